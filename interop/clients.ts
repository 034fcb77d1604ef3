import { mkdtemp, readdir, rm } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { type ProgramResult, requireProgram, runProgram } from "../emulator/runner/process.ts";
import type { PythonEnvironment } from "./environment.ts";

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** `twine upload`, without a configuration file and without questions; with more options, if given. */
export function twineUpload(
  environment: PythonEnvironment,
  url: string,
  login: Login,
  paths: readonly string[],
  more: readonly string[] = [],
): Promise<ProgramResult> {
  const options = ["--non-interactive", "--disable-progress-bar", "--config-file", devNull, "--repository-url", url];
  const credentials = ["--username", login.user, "--password", login.password];
  return runProgram(environment.program("twine"), ["upload", ...options, ...more, ...credentials, ...paths]);
}

/** `uv publish` with an API token, never by way of trusted publishing. */
export function uvPublish(
  environment: PythonEnvironment,
  url: string,
  token: string,
  paths: readonly string[],
): Promise<ProgramResult> {
  const options = ["--no-config", "--no-cache", "--trusted-publishing", "never", "--publish-url", url];
  return runProgram(environment.program("uv"), ["publish", ...options, "--token", token, ...paths]);
}

/**
 * Installs one release from an index with pip, into a folder of its own.
 *
 * @returns names of the `.dist-info` folders installed, without that ending.
 * @throws Error with pip's words when it finds no such release.
 */
export function pipInstall(
  environment: PythonEnvironment,
  simpleUrl: string,
  requirement: string,
): Promise<readonly string[]> {
  // --isolated: no variables or files of whoever runs this; --no-deps: the index has nothing but the fixtures.
  const options = ["--isolated", "--no-cache-dir", "--no-deps", "--only-binary", ":all:", "--index-url", simpleUrl];
  const command = ["-m", "pip", "install", ...options, requirement];
  return installInto((target) => requireProgram(environment.program("python"), [...command, "--target", target]));
}

/** As pipInstall, with uv. */
export function uvInstall(
  environment: PythonEnvironment,
  simpleUrl: string,
  requirement: string,
): Promise<readonly string[]> {
  const options = ["--no-config", "--no-cache", "--no-deps", "--only-binary", ":all:", "--index-url", simpleUrl];
  const command = ["pip", "install", ...options, "--python", environment.program("python"), requirement];
  return installInto((target) => requireProgram(environment.program("uv"), [...command, "--target", target]));
}

async function installInto(install: (target: string) => Promise<unknown>): Promise<readonly string[]> {
  const target = await mkdtemp(join(tmpdir(), "installed-"));
  try {
    await install(target);
    const installed = await readdir(target);
    return installed.filter((name) => name.endsWith(".dist-info")).map((name) => name.slice(0, -".dist-info".length));
  } finally {
    await rm(target, { recursive: true, force: true });
  }
}

/** Bytes of a file as an index that serves HTML offers them below its Simple page of the project. */
export async function downloadFromSimplePage(simpleUrl: string, project: string, filename: string): Promise<Buffer> {
  const page = new URL(`${project}/`, simpleUrl);
  const html = await (await fetch(page, { headers: { Accept: "text/html" } })).text();
  for (const [, href] of html.matchAll(/href="([^"]+)"/g)) {
    const url = new URL(href ?? "", page);
    if (decodeURIComponent(url.pathname).endsWith(`/${filename}`)) {
      return Buffer.from(await (await fetch(url)).arrayBuffer());
    }
  }
  throw new Error(`${page} does not list ${filename}\n${html}`);
}
