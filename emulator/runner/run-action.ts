import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inputDefaults } from "./action-inputs.ts";
import { parseFileCommands } from "./file-commands.ts";
import { runProgram } from "./process.ts";

const REPOSITORY = join(import.meta.dirname, "..", "..");
const ENTRY = join(REPOSITORY, "dist", "index.js");
const ACTION_FILE = join(REPOSITORY, "action.yml");

/** Files through which a step speaks to the runner. */
const COMMAND_FILES = ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_STATE", "GITHUB_ENV", "GITHUB_PATH"] as const;

type CommandFiles = Readonly<Record<(typeof COMMAND_FILES)[number], string>>;

export interface ActionRun {
  /** `with:` of the step, by the names of action.yml. What is not given has its default, as under the runner. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** More variables, or other values for those set here; workspace, inputs and command files stay as they are. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Variables that this runner does not set. */
  readonly without?: readonly string[];
  /** The bundle, where it is not the one in `dist`. */
  readonly entry?: string;
  /** GITHUB_WORKSPACE and working directory; an existing folder. */
  readonly workspace: string;
  /** Seconds until the action is killed; 120 when absent. */
  readonly timeoutSeconds?: number;
  /** Told how to send the action a signal once it runs. */
  readonly started?: (kill: (signal: NodeJS.Signals) => void) => void;
}

export interface ActionResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: ReadonlyMap<string, string>;
  /** Markdown of the job summary. */
  readonly summary: string;
  /** What was left for a post step, for later steps, and in RUNNER_TEMP. */
  readonly state: ReadonlyMap<string, string>;
  readonly exported: ReadonlyMap<string, string>;
}

/**
 * Runs `dist/index.js` as the runner does: with the Node that runs this, in a process of its own, with INPUT_* for
 * every declared input and nothing of the environment of this process.
 *
 * @throws Error when it has not ended in time, or wrote what the runner would not read.
 */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  const temporary = await mkdtemp(join(tmpdir(), "runner-"));
  try {
    const files = await makeCommandFiles(temporary);
    const { exitCode, stdout, stderr } = await runProgram(process.execPath, [run.entry ?? ENTRY], {
      cwd: run.workspace,
      environment: leftOut(run.without ?? [], {
        ...runnerVariables(run.workspace, temporary),
        ...run.environment,
        ...files,
        ...inputVariables(await inputDefaults(ACTION_FILE), run.inputs ?? {}),
        GITHUB_WORKSPACE: run.workspace,
      }),
      timeoutSeconds: run.timeoutSeconds ?? 120,
      ...(run.started !== undefined && { started: run.started }),
    });
    return {
      exitCode,
      stdout,
      stderr,
      outputs: parseFileCommands(await readFile(files.GITHUB_OUTPUT, "utf8")),
      summary: await readFile(files.GITHUB_STEP_SUMMARY, "utf8"),
      state: parseFileCommands(await readFile(files.GITHUB_STATE, "utf8")),
      exported: parseFileCommands(await readFile(files.GITHUB_ENV, "utf8")),
    };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function leftOut(names: readonly string[], environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)));
}

/** The runner makes these files empty before every step and puts them below its own temporary folder. */
async function makeCommandFiles(temporary: string): Promise<CommandFiles> {
  const folder = join(temporary, "_runner_file_commands");
  await mkdir(folder);
  const files = {
    GITHUB_OUTPUT: join(folder, "set_output"),
    GITHUB_STEP_SUMMARY: join(folder, "step_summary"),
    GITHUB_STATE: join(folder, "save_state"),
    GITHUB_ENV: join(folder, "set_env"),
    GITHUB_PATH: join(folder, "add_path"),
  };
  for (const name of COMMAND_FILES) {
    await writeFile(files[name], "");
  }
  return files;
}

/** INPUT_ and the name in upper case, spaces as underscores and hyphens as they are. */
function inputVariables(
  defaults: ReadonlyMap<string, string>,
  inputs: Readonly<Record<string, string>>,
): Record<string, string> {
  const values = new Map([...defaults, ...Object.entries(inputs)]);
  return Object.fromEntries([...values].map(([name, value]) => [`INPUT_${variableName(name)}`, value]));
}

function variableName(input: string): string {
  return input.replaceAll(" ", "_").toUpperCase();
}

function runnerVariables(workspace: string, temporary: string): Record<string, string> {
  return {
    PATH: dirname(process.execPath),
    // Without it Windows gives a process neither sockets nor random numbers.
    ...(process.platform === "win32" ? { SystemRoot: "C:\\Windows" } : {}),
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__self",
    GITHUB_ACTOR: "octocat",
    GITHUB_API_URL: "https://api.github.com",
    GITHUB_EVENT_NAME: "push",
    GITHUB_JOB: "publish",
    GITHUB_REF: "refs/tags/v1.0.0",
    GITHUB_REF_NAME: "v1.0.0",
    GITHUB_REF_TYPE: "tag",
    GITHUB_REPOSITORY: "octo-org/octo-repo",
    GITHUB_REPOSITORY_OWNER: "octo-org",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "1234567890",
    GITHUB_RUN_NUMBER: "1",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_WORKFLOW: "release",
    GITHUB_WORKFLOW_REF: "octo-org/octo-repo/.github/workflows/release.yml@refs/tags/v1.0.0",
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: "X64",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_NAME: "runner",
    RUNNER_OS: runnerSystem(),
    RUNNER_TEMP: temporary,
  };
}

function runnerSystem(): string {
  if (process.platform === "win32") {
    return "Windows";
  }
  return process.platform === "darwin" ? "macOS" : "Linux";
}
