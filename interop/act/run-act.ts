import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";

/** One run of a workflow under act. */
export interface ActRun {
  /** 0 when the job succeeded. */
  readonly exitCode: number | null;
  /** Everything act printed: its own lines, and those of the steps behind `|`. */
  readonly output: string;
}

/** What to run, and with which world around it. */
export interface ActOptions {
  /** `act`, from `installAct`. */
  readonly executable: string;
  /** The git repository whose workflow runs. */
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

const TIMEOUT_MS = 120_000;
/** Variables of a job that surrounds this process: inside the emulated job they would be somebody else's. */
const FOREIGN_VARIABLE = /^(?:GITHUB_|ACTIONS_|RUNNER_|INPUT_|STATE_)/u;

/**
 * Runs the workflow on this machine, without containers (`-self-hosted`). act hands its own environment to every step,
 * and does not take `permissions` into account: who has an identity token endpoint in `jobEnvironment` can use it.
 */
export async function runAct(options: ActOptions): Promise<ActRun> {
  const child = spawn(options.executable, actArguments(options), {
    cwd: options.repository,
    env: { ...ownEnvironment(), ...options.jobEnvironment, XDG_CACHE_HOME: options.cacheFolder },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIMEOUT_MS,
  });
  const pieces: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
  child.stderr.on("data", (piece: Buffer) => pieces.push(piece));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { exitCode, output: Buffer.concat(pieces).toString("utf8") };
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
    // Its cache server would listen on an address other machines can reach.
    "--no-cache-server",
    // Leave no workspace behind after a failure either.
    "--rm",
    // Unknown keys in a workflow or an action become errors, as they are on GitHub.
    "--strict",
    ...variables,
  ];
}

/** act runs a JavaScript action with the first `node` on PATH: this one, which is the version the action asks for. */
function ownEnvironment(): Record<string, string> {
  const own: Record<string, string> = {};
  // biome-ignore lint/style/noProcessEnv: the child needs PATH, HOME and the like.
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !FOREIGN_VARIABLE.test(name)) {
      own[name] = value;
    }
  }
  const path = Object.keys(own).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  own[path] = [dirname(process.execPath), own[path] ?? ""].join(delimiter);
  return own;
}
