import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inputDefaults } from "../emulator/runner/action-inputs.ts";
import type { GeneratedRelease } from "./generate.ts";
import type { Command } from "./measure.ts";
import type { PythonTools } from "./python-tools.ts";

/** One contender: how it publishes a release by trusted publishing, as in a job of a workflow. */
export interface Tool {
  readonly name: ToolName;
  readonly version: string;
  /** Makes what the tool needs in the job's folder and says how to start it. */
  prepare(job: PublishJob): Promise<Command>;
}

const GIBIBYTE = 1024 ** 3;

export const TOOL_NAMES = ["ours", "twine", "uv"] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** What to publish, where, and a fresh folder for whatever the tool writes. */
export interface PublishJob {
  readonly release: GeneratedRelease;
  readonly uploadUrl: string;
  /** PEM file of the authority that signed the index's certificate. */
  readonly caFile: string;
  readonly apiToken: string;
  /** Environment of the job, as GitHub makes it. */
  readonly job: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** Our bundle, run as the runner runs it: every declared input is set, and the files it writes to are there. */
export async function ourAction(checkout: string): Promise<Tool> {
  const defaults = await inputDefaults(join(checkout, "action.yml"));
  const inputs = Object.fromEntries([...defaults].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  return {
    name: "ours",
    version: `node ${process.versions.node}`,
    prepare: async ({ release, uploadUrl, caFile, apiToken, job, folder }) => {
      const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
      await Promise.all(Object.values(files).map((file) => writeFile(file, "")));
      return {
        program: process.execPath,
        words: [join(checkout, "dist", "index.js")],
        directory: folder,
        environment: {
          ...surroundings(folder, job),
          ...files,
          GITHUB_WORKSPACE: folder,
          RUNNER_TEMP: folder,
          NODE_EXTRA_CA_CERTS: caFile,
          ...inputs,
          // An index that trusts publishers is PyPI's software, which takes no file of more than 1 GiB (rule P-16).
          ...(release.largestBytes > GIBIBYTE && { INPUT_PASSWORD: apiToken }),
          "INPUT_REPOSITORY-URL": uploadUrl,
          "INPUT_PACKAGES-DIR": release.folder,
        },
      };
    },
  };
}

/**
 * twine as a workflow calls it, without questions and without drawing a progress bar into a log. Its trusted publishing
 * is for PyPI and TestPyPI only, so it has an API token and makes fewer requests than the others.
 */
export function twine(tools: PythonTools): Tool {
  return {
    name: "twine",
    version: tools.twineVersion,
    prepare: async ({ release, uploadUrl, caFile, apiToken, job, folder }) => ({
      program: tools.twine,
      words: ["upload", "--non-interactive", "--disable-progress-bar", ...paths(release)],
      directory: folder,
      environment: {
        ...surroundings(folder, job),
        TWINE_REPOSITORY_URL: uploadUrl,
        TWINE_USERNAME: "__token__",
        TWINE_PASSWORD: apiToken,
        REQUESTS_CA_BUNDLE: caFile,
      },
    }),
  };
}

/** uv likewise; nothing of the machine's own configuration counts. */
export function uv(tools: PythonTools): Tool {
  return {
    name: "uv",
    version: tools.uvVersion,
    prepare: async ({ release, uploadUrl, caFile, job, folder }) => ({
      program: tools.uv,
      words: ["publish", "--no-config", "--no-progress", "--trusted-publishing", "always", ...paths(release)],
      directory: folder,
      environment: {
        ...surroundings(folder, job),
        UV_PUBLISH_URL: uploadUrl,
        SSL_CERT_FILE: caFile,
        UV_CACHE_DIR: join(folder, "uv-cache"),
      },
    }),
  };
}

/** A bare environment: what the machine's owner has set for these tools must not tilt the figures. */
function surroundings(folder: string, job: Readonly<Record<string, string>>): Record<string, string> {
  return { ...job, PATH: "/usr/local/bin:/usr/bin:/bin", HOME: folder, LANG: "C.UTF-8" };
}

function paths(release: GeneratedRelease): string[] {
  return release.filenames.map((filename) => join(release.folder, filename));
}
