import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { givenAttestations } from "../../src/attestation/given.ts";
import type { AttestationVerifier } from "../../src/attestation/verifier.ts";

/** A field `attestations` and what it is about. */
export interface Case {
  readonly field: string;
  readonly filename: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly workflow: string;
}

/**
 * What the action would say to attestations that lie beside a distribution: `accepted` when it would send all of them,
 * otherwise its lines about those it leaves alone.
 */
export async function ownVerdict(verifier: AttestationVerifier, attested: Case): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "given-"));
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  try {
    const path = join(folder, attested.filename);
    const texts = textsIn(attested.field);
    for (const [index, text] of texts.entries()) {
      await writeFile(`${path}.${index}.attestation`, text);
    }
    const repositoryUri = `https://github.com/${attested.repository}`;
    const publisher = { repositoryUri, workflowUri: `${repositoryUri}/.github/workflows/${attested.workflow}` };
    const log = { info: say, debug: say, warning: say, mask: () => undefined, group: say };
    const { signal } = new AbortController();
    const taken = await givenAttestations(path, attested, { verifier, publisher, log, signal });
    return texts.length > 0 && taken.size === texts.length ? "accepted" : lines.join("\n");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The attestations of the field, one text each; what is no list is one. */
function textsIn(field: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(field);
    return Array.isArray(value) ? value.map((each) => JSON.stringify(each)) : [field];
  } catch {
    return [field];
  }
}
