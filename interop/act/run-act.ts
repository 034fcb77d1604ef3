import { delimiter, dirname, join } from "node:path";
import { runProgram } from "../../emulator/runner/process.ts";

/** One run of a workflow under act. */
export interface ActRun {
  /** 0 when the job succeeded. */
  readonly exitCode: number | null;
  /** Everything act printed: its own lines, and behind `|` those of the steps. */
  readonly output: string;
}

/** What to run, and with which world around it. */
export interface ActOptions {
  /** `act`, from `installGoTool`. */
  readonly executable: string;
  /** Folder of the git repository whose workflow runs. */
  readonly repository: string;
  /** Name of the file in `.github/workflows`. */
  readonly workflow: string;
  /** Folder for act's workspaces; the caller removes it. */
  readonly cacheFolder: string;
  /** Variables a job gets from GitHub, the identity token endpoint among them. */
  readonly jobEnvironment: Readonly<Record<string, string>>;
  /** Configuration variables, read in workflows as `vars.NAME`. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Variables of a job around this process: inside the emulated job they would be somebody else's. */
const FOREIGN_VARIABLE = /^(?:GITHUB_|ACTIONS_|RUNNER_|INPUT_|STATE_)/u;

/**
 * Runs the workflow on this machine, without containers (`-self-hosted`). act hands its own environment to every step,
 * and takes no notice of `permissions`: the job can ask for identity tokens if `jobEnvironment` says where.
 */
export async function runAct(options: ActOptions): Promise<ActRun> {
  const { exitCode, stdout, stderr } = await runProgram(options.executable, actArguments(options), {
    cwd: options.repository,
    environment: { ...ownEnvironment(), ...options.jobEnvironment, XDG_CACHE_HOME: options.cacheFolder },
    timeoutSeconds: 120,
  });
  return { exitCode, output: `${stdout}${stderr}` };
}

function actArguments(options: ActOptions): string[] {
  const variables = Object.entries(options.variables).flatMap(([name, value]) => ["--var", `${name}=${value}`]);
  return [
    "push",
    "--workflows",
    join(".github", "workflows", options.workflow),
    "--platform",
    "ubuntu-latest=-self-hosted",
    "--action-cache-path",
    join(options.cacheFolder, "act"),
    // Its cache server would listen on an address that other machines can reach.
    "--no-cache-server",
    // Leave no workspace behind after a failure either.
    "--rm",
    // Unknown keys in a workflow become errors, as they are on GitHub.
    "--strict",
    ...variables,
  ];
}

/** act runs a JavaScript action with the first `node` on PATH: this one, which is the version the action asks for. */
function ownEnvironment(): Record<string, string> {
  const own: Record<string, string> = {};
  // The child needs PATH, HOME and the like.
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !FOREIGN_VARIABLE.test(name)) {
      own[name] = value;
    }
  }
  const path = Object.keys(own).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  own[path] = [dirname(process.execPath), own[path] ?? ""].join(delimiter);
  return own;
}
