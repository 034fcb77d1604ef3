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
  /** Whether the distributions were judged before. */
  readonly verifyMetadata: boolean;
  /** False in a pull request to which GitHub gives none: then only what needs no identity token is checked. */
  readonly identityTokenPossible: boolean;
  /** What attestations would name to everyone; undefined when none would be made. Throws what stands in the way of required ones. */
  readonly wouldAttest: () => Promise<string | undefined>;
}

/** What a dry run found out, and what it could not: sentences, and ends of sentences. */
export interface Rehearsed {
  readonly found: readonly string[];
  readonly unchecked: readonly string[];
}

const FILES_AT_ONCE = 4;

/**
 * A dry run from the point on where the release is known to be right and to fit into the index: everything but
 * signing and uploading. A token is minted, and burned at once, only when all projects exist, since minting for a
 * pending publisher creates its project for good (index rule O-08).
 *
 * @throws PublishError whatever the release would fail with
 */
export async function rehearse(rehearsal: Rehearsal): Promise<Rehearsed> {
  const { release, inputs, ledger, log, printHash, signal } = rehearsal;
  const { found, unchecked } = await rehearseCredential(rehearsal);
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
  const last = `what ${inputs.target.name} decides only when it gets the files`;
  return { found, unchecked: [...passedOver(rehearsal), ...unchecked, last] };
}

/** What was left out before the rehearsal began. */
function passedOver(rehearsal: Rehearsal): readonly string[] {
  const unread = releasedProjects(rehearsal).filter(({ exists }) => exists === undefined);
  const names = unread.map((project) => project.name).join(", ");
  return [
    ...(rehearsal.verifyMetadata ? [] : ["metadata and archives, since `verify-metadata` is false"]),
    ...(names === "" ? [] : [`what ${rehearsal.inputs.target.name} holds of ${names} already`]),
  ];
}

async function rehearseCredential(rehearsal: Rehearsal): Promise<Rehearsed> {
  const { inputs, audience, identityTokenPossible, wouldAttest } = rehearsal;
  const { name } = inputs.target;
  if (audience !== undefined && !identityTokenPossible) {
    const both = `whether ${name} accepts this workflow as a trusted publisher, and whether attestations can be made`;
    return { found: [], unchecked: [`${both}: GitHub gives this pull request no identity token`] };
  }
  const named = await wouldAttest();
  const attestations =
    named === undefined
      ? "No attestations would be made."
      : `Attestations would be made, by a certificate that names ${named}.`;
  if (audience === undefined) {
    await obtainCredential(rehearsal);
    return { found: [attestations], unchecked: [`whether ${name} accepts the password or token`] };
  }
  const { found, unchecked } = await rehearsePublisher(rehearsal, audience);
  return { found: [...found, attestations], unchecked };
}

async function rehearsePublisher(rehearsal: Rehearsal, audience: Promise<string>): Promise<Rehearsed> {
  const { target } = rehearsal.inputs;
  const projects = releasedProjects(rehearsal);
  const notThere = projects.filter(({ exists }) => exists !== true).map((project) => project.name);
  if (notThere.length === 0) {
    const credential = await obtainCredential(rehearsal);
    await credential.burn();
    const accepted = `${target.name} accepts this job as a trusted publisher; the token it minted for that has been given back.`;
    // A token is minted for whichever projects the publisher is registered for, and does not name them (index rule O-14).
    const names = projects.map((project) => project.name).join(", ");
    return {
      found: [accepted],
      unchecked: [`whether that publisher is registered for ${names} and not only elsewhere`],
    };
  }
  await rehearseExchange({ ...rehearsal, target, projects }, audience);
  const [does, them] = notThere.length === 1 ? ["does", "it"] : ["do", "them"];
  return {
    found: [],
    unchecked: [
      `whether ${target.name} accepts this job as a trusted publisher: as far as is known, ${notThere.join(", ")} ${does} not exist yet, and to ask would create ${them} for good`,
    ],
  };
}
