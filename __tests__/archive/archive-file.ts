import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "@jest/globals";

/** A folder for the tests of one file; the function puts bytes into it and gives the path. */
export function useArchiveFiles(): (filename: string, content: Uint8Array) => Promise<string> {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "archive-"));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  return async (filename, content) => {
    const path = join(folder, filename);
    await writeFile(path, content);
    return path;
  };
}
