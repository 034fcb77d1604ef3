import { mkdtemp, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Attestations } from "./attesting.ts";

/**
 * Writes the attestations made in this run as `FILE.publish.attestation` into a new folder below the given one. Never
 * into `packages-dir`: what lies there would be published, or be in the way of a second run over it.
 *
 * @returns the folder; undefined when none was made.
 * @throws Error of the file system
 */
export async function keepAttestations(attestations: Attestations, below: string): Promise<string | undefined> {
  const made = [...attestations].flatMap(([path, { made }]) => (made === undefined ? [] : [{ path, made }]));
  if (made.length === 0) {
    return undefined;
  }
  const folder = await mkdtemp(join(below, "attestations-"));
  for (const { path, made: attestation } of made) {
    await writeFile(join(folder, `${basename(path)}.publish.attestation`), JSON.stringify(attestation));
  }
  return folder;
}
