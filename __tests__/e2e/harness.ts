import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "@jest/globals";
import { type ActionResult, runAction } from "../../emulator/runner/run-action.ts";
import { startWorld, type World, type WorldOptions } from "../../emulator/world.ts";
import { type BuiltArchive, buildSdist, buildWheel } from "../builders/archives.ts";

type JobOptions = Parameters<World["github"]["job"]>[0];

export interface Publishing {
  readonly inputs?: Readonly<Record<string, string>>;
  /** The job in the emulated GitHub; false for a run without any of its variables. */
  readonly job?: JobOptions | false;
  readonly environment?: Readonly<Record<string, string>>;
  /** Told how to send the action a signal once it runs. */
  readonly started?: (kill: (signal: NodeJS.Signals) => void) => void;
  readonly without?: readonly string[];
  readonly entry?: string;
}

export const REPOSITORY = { owner: "octo-org", repository: "sample-project", workflow: "release.yml" };
export const JOB: JobOptions = { repository: "octo-org/sample-project", workflow: "release.yml" };

/** One workspace and one emulated world; every run in it is searched for every secret there is. */
export class Scenario {
  readonly world: World;
  readonly workspace: string;
  readonly #passwords: string[] = [];

  private constructor(world: World) {
    this.world = world;
    this.workspace = mkdtempSync(join(tmpdir(), "e2e-"));
  }

  static async start(options: WorldOptions = {}): Promise<Scenario> {
    return new Scenario(await startWorld(options));
  }

  async close(): Promise<void> {
    await this.world.close();
    rmSync(this.workspace, { recursive: true, force: true });
  }

  get index(): World["index"] {
    return this.world.index;
  }

  /** Puts files into the workspace, below `dist` unless the path says otherwise. */
  put(...archives: readonly BuiltArchive[]): void {
    for (const { filename, content } of archives) {
      this.write(join("dist", filename), content);
    }
  }

  write(path: string, content: string | Buffer): void {
    const whole = join(this.workspace, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
  }

  /** A small release of `sample-project` 1.0.0 in `dist`. */
  putRelease(): readonly [wheel: BuiltArchive, sdist: BuiltArchive] {
    const release = [buildWheel(), buildSdist()] as const;
    this.put(...release);
    return release;
  }

  async run({ inputs = {}, job = JOB, environment = {}, ...more }: Publishing = {}): Promise<ActionResult> {
    const result = await runAction({
      inputs: { "repository-url": this.index.uploadUrl, ...inputs },
      environment: { ...(job === false ? {} : this.world.github.job(job)), ...environment },
      workspace: this.workspace,
      ...more,
    });
    if (inputs.password) {
      this.#passwords.push(inputs.password, basic(inputs.user ?? "__token__", inputs.password));
    }
    expectNoSecrets(result, this.secrets());
    return result;
  }

  /** File names the index holds, in the order they were stored. */
  stored(): string[] {
    return this.index.state.files.toSorted((a, b) => a.uploadedAt - b.uploadedAt).map(({ filename }) => filename);
  }

  /** The same without the readings of the Simple API: what could change something. */
  exchanges(): string[] {
    return this.requests().filter((request) => !request.startsWith("GET /simple/"));
  }

  /** Method and path of every request the index got, in order. */
  requests(): string[] {
    return this.index.requests.map(({ method, path }) => `${method} ${path}`);
  }

  /** Every request that could change something at the index, and every one for an identity token. */
  changes(): string[] {
    const tokens = this.world.github.requests.map(({ method, path }) => `${method} ${path}`);
    return [...this.requests().filter((request) => !request.startsWith("GET ")), ...tokens];
  }

  /** Resolves when the index, or the emulated GitHub, has got a request for this path. */
  async requested(path: string | RegExp, server: "index" | "github" = "index"): Promise<void> {
    while (!this.world[server].requests.some((request) => request.path.search(path) >= 0)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Everything that must not be shown, in the forms it has on the wire. */
  secrets(): string[] {
    const minted = this.index.state.mintedTokens.flatMap(({ token }) => [token, basic("__token__", token)]);
    const identityTokens = this.world.github.issued.flatMap(({ token }) => [token, ...token.split(".").slice(1)]);
    return [...this.#passwords, ...minted, ...identityTokens];
  }
}

const basic = (user: string, password: string) => Buffer.from(`${user}:${password}`).toString("base64");

/** Outside the commands that mask them, secrets are nowhere. */
function expectNoSecrets(result: ActionResult, secrets: readonly string[]): void {
  const shown = [
    result.stdout.replaceAll(/^::add-mask::.*$/gm, ""),
    result.stderr,
    result.summary,
    ...result.outputs.values(),
    ...result.state.values(),
    ...result.exported.values(),
  ].join("\n");
  for (const secret of secrets) {
    expect(shown.includes(secret) ? `shown: ${secret}` : "").toBe("");
  }
}

export interface Annotation {
  readonly title: string;
  readonly text: string;
}

/** The error annotations of a run, unescaped as the runner does. */
export function errors(result: ActionResult): Annotation[] {
  return annotations(result, "error");
}

export function warnings(result: ActionResult): string[] {
  return annotations(result, "warning").map(({ text }) => text);
}

function annotations(result: ActionResult, command: string): Annotation[] {
  const pattern = new RegExp(`^::${command}(?: title=(?<title>[^:]*))?::(?<text>.*)$`, "gm");
  return Array.from(result.stdout.matchAll(pattern), ({ groups }) => ({
    title: unescaped(groups?.title ?? ""),
    text: unescaped(groups?.text ?? ""),
  }));
}

function unescaped(text: string): string {
  return text
    .replaceAll("%0A", "\n")
    .replaceAll("%0D", "\r")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}

/** Exit code 1 with exactly one error annotation; its text. */
export function failure(result: ActionResult, code: string): string {
  const found = errors(result);
  expect({ exitCode: result.exitCode, codes: found.map(({ title }) => title) }).toEqual({ exitCode: 1, codes: [code] });
  expect(result.stderr).toBe("");
  return found[0]?.text ?? "";
}
