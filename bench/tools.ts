import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inputDefaults } from "../emulator/runner/action-inputs.ts";
import type { GeneratedRelease } from "./generate.ts";
import type { Command } from "./measure.ts";
import type { PythonTools } from "./python-tools.ts";

/** One contender: how it publishes a release to an upload address with an API token. */
export interface Tool {
  readonly name: ToolName;
  readonly version: string;
  /** Makes what the tool needs in the job's folder and says how to start it. */
  prepare(job: PublishJob): Promise<Command>;
}

export const TOOL_NAMES = ["ours", "twine", "uv"] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** What to publish, where, and a fresh folder for whatever the tool writes. */
export interface PublishJob {
  readonly release: GeneratedRelease;
  readonly uploadUrl: string;
  readonly apiToken: string;
  readonly folder: string;
}

/** Our bundle, run as the runner runs it: every declared input is set, and the files it writes to are there. */
export async function ourAction(checkout: string): Promise<Tool> {
  const defaults = await inputDefaults(join(checkout, "action.yml"));
  const inputs = Object.fromEntries([...defaults].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  return {
    name: "ours",
    version: `node ${process.versions.node}`,
    prepare: async ({ release, uploadUrl, apiToken, folder }) => {
      const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
      await Promise.all(Object.values(files).map((file) => writeFile(file, "")));
      return {
        program: process.execPath,
        words: [join(checkout, "dist", "index.js")],
        directory: folder,
        environment: {
          ...surroundings(folder),
          ...files,
          GITHUB_ACTIONS: "true",
          GITHUB_EVENT_NAME: "push",
          GITHUB_REPOSITORY: "example/benchmark-payload",
          GITHUB_WORKSPACE: folder,
          RUNNER_TEMP: folder,
          ...inputs,
          INPUT_PASSWORD: apiToken,
          "INPUT_REPOSITORY-URL": uploadUrl,
          "INPUT_PACKAGES-DIR": release.folder,
        },
      };
    },
  };
}

/** twine as a workflow calls it, without questions and without drawing a progress bar into a log. */
export function twine(tools: PythonTools): Tool {
  return {
    name: "twine",
    version: tools.twineVersion,
    prepare: async ({ release, uploadUrl, apiToken, folder }) => ({
      program: tools.twine,
      words: ["upload", "--non-interactive", "--disable-progress-bar", ...paths(release)],
      directory: folder,
      environment: {
        ...surroundings(folder),
        TWINE_REPOSITORY_URL: uploadUrl,
        TWINE_USERNAME: "__token__",
        TWINE_PASSWORD: apiToken,
      },
    }),
  };
}

/** uv likewise; nothing of the machine's own configuration counts. */
export function uv(tools: PythonTools): Tool {
  return {
    name: "uv",
    version: tools.uvVersion,
    prepare: async ({ release, uploadUrl, apiToken, folder }) => ({
      program: tools.uv,
      words: ["publish", "--no-config", "--no-progress", "--trusted-publishing", "never", ...paths(release)],
      directory: folder,
      environment: {
        ...surroundings(folder),
        UV_PUBLISH_URL: uploadUrl,
        UV_PUBLISH_TOKEN: apiToken,
        UV_CACHE_DIR: join(folder, "uv-cache"),
      },
    }),
  };
}

/** A bare environment: what the machine's owner has set for these tools must not tilt the figures. */
function surroundings(folder: string): Record<string, string> {
  return { PATH: "/usr/local/bin:/usr/bin:/bin", HOME: folder, LANG: "C.UTF-8" };
}

function paths(release: GeneratedRelease): string[] {
  return release.filenames.map((filename) => join(release.folder, filename));
}
