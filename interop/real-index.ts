import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireProgram } from "../emulator/runner/process.ts";
import type { PythonEnvironment } from "./environment.ts";
import { freePort } from "./loopback.ts";
import { startServerProcess } from "./server-process.ts";

/** An index that people run, with one user who may upload. */
export interface RealIndex {
  /** What goes into `repository-url`. */
  readonly uploadUrl: string;
  /** What goes into pip's `--index-url`. */
  readonly simpleUrl: string;
  readonly user: string;
  readonly password: string;
  close(): Promise<void>;
}

/** pypiserver over an empty folder, uploads behind an htpasswd file. */
export async function startPypiserver(environment: PythonEnvironment): Promise<RealIndex> {
  const folder = await mkdtemp(join(tmpdir(), "pypiserver-"));
  const [user, password] = ["release", randomSecret()];
  const packages = join(folder, "packages");
  await mkdir(packages);
  const htpasswd = join(folder, "htpasswd");
  await writeFile(htpasswd, `${user}:{SHA}${createHash("sha1").update(password).digest("base64")}\n`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startServerProcess(
    environment.program("pypi-server"),
    // A project it lacks is not looked for on PyPI.
    ["run", "-i", "127.0.0.1", "-p", `${port}`, "-P", htpasswd, "-a", "update", "--disable-fallback", packages],
    `${url}/simple/`,
  );
  const close = () => closeWithFolder(server, folder);
  return { uploadUrl: `${url}/`, simpleUrl: `${url}/simple/`, user, password, close };
}

/** devpi with the non-volatile index `release/stable` that inherits from nothing. */
export async function startDevpi(environment: PythonEnvironment): Promise<RealIndex> {
  const folder = await mkdtemp(join(tmpdir(), "devpi-"));
  const [user, password, rootPassword] = ["release", randomSecret(), randomSecret()];
  const data = ["--serverdir", join(folder, "data")];
  const init = [...data, "--no-root-pypi", "--root-passwd", rootPassword];
  await requireProgram(environment.program("devpi-init"), init);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startServerProcess(
    environment.program("devpi-server"),
    [...data, "--host", "127.0.0.1", "--port", `${port}`],
    `${url}/+api`,
  );
  await putJson(`${url}/${user}`, { user: "root", password: rootPassword }, { password });
  await putJson(`${url}/${user}/stable`, { user, password }, { type: "stage", bases: [], volatile: false });
  const stage = `${url}/${user}/stable/`;
  const close = () => closeWithFolder(server, folder);
  return { uploadUrl: stage, simpleUrl: `${stage}+simple/`, user, password, close };
}

/** pypiron over an empty folder, with one uploader and nothing behind it. */
export async function startPypiron(environment: PythonEnvironment): Promise<RealIndex> {
  const folder = await mkdtemp(join(tmpdir(), "pypiron-"));
  const [user, password] = ["release", randomSecret()];
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const credential = ["--uploader-user", user, "--uploader-pass", password];
  const server = await startServerProcess(
    environment.program("pypiron"),
    ["serve", "--data-dir", folder, "--bind-addr", `127.0.0.1:${port}`, ...credential],
    `${url}/health`,
  );
  const close = () => closeWithFolder(server, folder);
  return { uploadUrl: `${url}/legacy/`, simpleUrl: `${url}/simple/`, user, password, close };
}

function randomSecret(): string {
  return `secret-${randomBytes(12).toString("hex")}`;
}

async function putJson(url: string, login: { user: string; password: string }, body: unknown): Promise<void> {
  const credentials = Buffer.from(`${login.user}:${login.password}`).toString("base64");
  const response = await fetch(url, {
    method: "PUT",
    headers: { Authorization: `Basic ${credentials}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok) {
    throw new Error(`PUT ${url}: ${response.status} ${answer}`);
  }
}

async function closeWithFolder(server: { close(): Promise<void> }, folder: string): Promise<void> {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
