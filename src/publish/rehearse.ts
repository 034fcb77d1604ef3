import { computeDigests } from "../distribution/digests.ts";
import { statusText } from "../package-index/upload-result.ts";
import { Pool } from "../pool.ts";
import { humanSize } from "../quantity.ts";
import { rehearseExchange } from "../trusted-publishing/exchange.ts";
import { type CredentialRequest, obtainCredential, releasedProjects } from "./credential.ts";
import { printHashes } from "./hashes.ts";
import type { Ledger } from "./ledger.ts";

export interface Rehearsal extends CredentialRequest {
  readonly ledger: Ledger;
  readonly printHash: boolean;
  /** False in a pull request to which GitHub gives none: then only what needs no identity token is checked. */
  readonly identityTokenPossible: boolean;
  /** Whether the run would make attestations; throws what stands in the way of required ones. */
  readonly wouldAttest: () => Promise<boolean>;
}

const FILES_AT_ONCE = 4;

/**
 * A dry run from the point on where the release is known to be right and to fit into the index: everything but
 * signing and uploading. A token is minted, and burned at once, only when all projects exist, since minting for a
 * pending publisher creates its project for good (index rule O-08).
 *
 * @returns what could not be checked, each the end of a sentence
 * @throws PublishError whatever the release would fail with
 */
export async function rehearse(rehearsal: Rehearsal): Promise<readonly string[]> {
  const { release, inputs, ledger, log, printHash, signal } = rehearsal;
  const unchecked = await rehearseCredential(rehearsal);
  const pool = new Pool(FILES_AT_ONCE);
  await Promise.all(
    release.distributions.map((distribution) =>
      pool.run(async () => {
        const digests = await computeDigests(distribution, { md5: printHash, signal });
        if (printHash) {
          printHashes(distribution, digests, log);
        }
        ledger.record({ distribution, status: "would-upload", digests, attested: false, attempts: 0, seconds: 0 });
        log.info(`${distribution.filename}: ${statusText("would-upload")} (${humanSize(distribution.size)})`);
      }),
    ),
  );
  return [...unchecked, `what ${inputs.target.name} decides only when it gets the files`];
}

async function rehearseCredential(rehearsal: Rehearsal): Promise<readonly string[]> {
  const { inputs, audience, identityTokenPossible, log, wouldAttest } = rehearsal;
  const { name } = inputs.target;
  if (audience !== undefined && !identityTokenPossible) {
    return [
      `whether ${name} accepts this workflow as a trusted publisher, and whether attestations can be made: GitHub gives this pull request no identity token`,
    ];
  }
  log.info(
    `Attestations: ${(await wouldAttest()) ? "would be made, and are not in a dry run" : "none would be made"}.`,
  );
  if (audience === undefined) {
    return [`whether ${name} accepts the password or token`];
  }
  const projects = releasedProjects(rehearsal);
  const notThere = projects.filter(({ exists }) => exists !== true);
  if (notThere.length === 0) {
    const credential = await obtainCredential(rehearsal);
    await credential.burn();
    log.info(`${name} accepts this job as a trusted publisher. The token it minted for that has been given back.`);
    return [];
  }
  await rehearseExchange({ ...rehearsal, target: inputs.target, projects }, audience);
  const names = notThere.map((project) => project.name).join(", ");
  return [
    `whether ${name} accepts this job as a trusted publisher of ${names}: as far as is known, ${notThere.length === 1 ? "that project does" : "those projects do"} not exist yet, and to ask would create ${notThere.length === 1 ? "it" : "them"} for good`,
  ];
}
