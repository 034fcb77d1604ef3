import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireProgram } from "../../emulator/runner/process.ts";
import type { EmulatedSigstore } from "../../emulator/sigstore/sigstore-server.ts";
import type { PythonEnvironment } from "../environment.ts";
import type { Case } from "./own-verdict.ts";

const ORACLE = join(import.meta.dirname, "oracle.py");

/**
 * What PyPI would say to each case, by the libraries it uses.
 *
 * @returns `accepted`, or the text behind `Invalid attestations supplied during upload: `.
 */
export async function pypiVerdicts(
  environment: PythonEnvironment,
  sigstore: EmulatedSigstore,
  cases: readonly Case[],
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "attestations-"));
  try {
    const path = join(folder, "task.json");
    await writeFile(path, JSON.stringify({ trust: await sigstore.clientTrustConfig(), cases }));
    const { stdout } = await requireProgram(environment.program("python"), [ORACLE, path]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Behind these words stand details of Python's libraries, which the emulated index does not give word for word. */
const DETAILS = [
  "Malformed attestations: ",
  "invalid statement: ",
  "invalid subject: ",
  "invalid DSSE log entry: ",
  "inclusion proof contains invalid root hash: ",
  "candidates exhausted: ",
  "cert is not valid at validation time",
  "EE keyUsage must not assert keyCertSign",
];

/** An answer without such details, to be compared. */
export function withoutDetails(answer: string): string {
  for (const words of DETAILS) {
    const at = answer.indexOf(words);
    if (at >= 0) {
      return answer.slice(0, at + words.length);
    }
  }
  return answer;
}
