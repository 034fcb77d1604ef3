import { mkdir, mkdtemp, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "@jest/globals";
import type { Candidate } from "../../src/distribution/candidate.ts";
import type { BuiltArchive } from "../builders/archives.ts";

export interface Workspace {
  readonly path: string;
  /** Writes files by path below the workspace, folders included; a path that ends in `/` makes an empty folder. */
  readonly put: (files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>;
  /** Writes archives into a folder of the workspace. */
  readonly putArchives: (folder: string, ...archives: BuiltArchive[]) => Promise<void>;
  /** Writes one archive into the workspace, perhaps under another name or with other bytes. */
  readonly candidate: (
    archive: BuiltArchive,
    changes?: { filename?: string; content?: Uint8Array },
  ) => Promise<Candidate>;
}

/** An empty folder for each test. */
export function useWorkspace(): () => Workspace {
  let path = "";
  beforeEach(async () => {
    path = await realpath(await mkdtemp(join(tmpdir(), "workspace-")));
  });
  afterEach(async () => {
    await rm(path, { recursive: true, force: true });
  });
  return () => workspaceAt(path);
}

function workspaceAt(path: string): Workspace {
  const put: Workspace["put"] = async (files) => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(name.endsWith("/") ? join(path, name) : dirname(join(path, name)), { recursive: true });
      if (!name.endsWith("/")) {
        await writeFile(join(path, name), content);
      }
    }
  };
  return {
    path,
    put,
    putArchives: (folder, ...archives) =>
      put(Object.fromEntries(archives.map(({ filename, content }) => [`${folder}/${filename}`, content]))),
    candidate: async (archive, { filename = archive.filename, content = archive.content } = {}) => {
      await put({ [filename]: content });
      const { mtimeMs } = await stat(join(path, filename));
      return { path: join(path, filename), filename, size: content.length, modifiedMs: mtimeMs };
    },
  };
}
