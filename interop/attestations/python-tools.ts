import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ProgramResult, runProgram } from "../../emulator/runner/process.ts";
import type { EmulatedSigstore } from "../../emulator/sigstore/sigstore-server.ts";
import type { PythonEnvironment } from "../environment.ts";

/** Command-line programs as they come from PyPI, which take the emulated Sigstore for the public one. */
export interface PythonTools {
  /** Runs `pypi-attestations` or `sigstore`. */
  run(program: "pypi-attestations" | "sigstore", programArguments: readonly string[]): Promise<ProgramResult>;
  remove(): Promise<void>;
}

/** Where sigstore-python keeps what it knows of the public instance; it believes this when it is offline. */
const PUBLIC_INSTANCE = encodeURIComponent("https://tuf-repo-cdn.sigstore.dev");

export async function pythonTools(environment: PythonEnvironment, sigstore: EmulatedSigstore): Promise<PythonTools> {
  const folder = await mkdtemp(join(tmpdir(), "sigstore-python-"));
  const cache = join(folder, "sigstore-python", "tuf", PUBLIC_INSTANCE);
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, "trusted_root.json"), JSON.stringify(await sigstore.trustedRoot()));
  const variables = { HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder };
  return {
    run: (program, programArguments) =>
      runProgram(environment.program(program), programArguments, { environment: variables }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
