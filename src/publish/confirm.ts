import { setTimeout as sleep } from "node:timers/promises";
import { releaseKey } from "../distribution/release-key.ts";
import type { IndexedFile } from "../package-index/project-page.ts";
import type { ProjectReading, SimpleApi } from "../package-index/simple-api.ts";
import type { IndexTarget } from "../package-index/target.ts";
import type { UploadResult } from "../package-index/upload-result.ts";
import type { Clock, Log } from "../ports.ts";
import { humanSeconds } from "../quantity.ts";
import { normalizeProjectName } from "../standards/project-name.ts";
import { installLine } from "./install-line.ts";
import type { Ledger } from "./ledger.ts";

export interface Confirming {
  /** What was uploaded; gets the addresses of the files once they are listed. */
  readonly ledger: Ledger;
  readonly simpleApi: SimpleApi;
  readonly target: IndexTarget;
  /** Seconds to wait at most. */
  readonly waitForIndex: number;
  readonly log: Log;
  readonly clock: Clock;
  /** Aborted when the run is cancelled; the release is complete then all the same. */
  readonly signal: AbortSignal;
}

/** Milliseconds before the second look; half as much again before each further one. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** A look that begins shortly before the end of the waiting is given this long. */
const SHORTEST_LOOK_MS = 1000;

/**
 * Waits until the index lists every file with the hash of what was uploaded, and its provenance where attestations
 * were sent along. Caches are passed by. What is not seen in time is a warning: the release is complete, and an index
 * that lists it late needs nothing but time. A hash that differs is a warning of its own.
 *
 * @returns commands that install the releases, one for each; none unless everything was seen as it should be.
 */
export async function confirmListed(confirming: Confirming): Promise<readonly string[]> {
  const { ledger, simpleApi, waitForIndex, clock, signal } = confirming;
  const began = clock.now();
  const deadline = began + waitForIndex * 1000;
  const listed: Listed[] = [];
  let open = ledger.uploaded().map((result): Open => ({ result, state: "missing" }));
  if (open.length === 0) {
    return [];
  }
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const look = await lookFor(open, simpleApi, Math.max(deadline - clock.now(), SHORTEST_LOOK_MS));
    for (const { result, file } of look.listed) {
      ledger.record({ ...result, ...(file.url !== undefined && { url: file.url }) });
    }
    if (look.hopeless !== undefined) {
      sayHopeless(look.hopeless, confirming);
      return [];
    }
    listed.push(...look.listed);
    open = look.open;
    const now = clock.now();
    if (open.length === 0) {
      return sayListed(listed, (now - began) / 1000, confirming);
    }
    if (now >= deadline || signal.aborted) {
      sayOpen(open, (now - began) / 1000, confirming);
      for (const { result, url } of open.filter(({ state }) => state === "without-provenance")) {
        // Files and their attestations are stored in one go: those that are not listed by now were not kept.
        ledger.record({ ...result, ...(url !== undefined && { url }), attested: false });
      }
      return [];
    }
    await sleep(Math.min(pause, deadline - now), undefined, { signal }).catch(() => undefined);
  }
}

/** A file that has not been seen as it should be. */
interface Open {
  readonly result: UploadResult;
  readonly state: "missing" | "without-provenance" | { readonly listedSha256: string };
  /** Where the index offers a file that lacks nothing but its provenance. */
  readonly url?: string | undefined;
}

interface Listed {
  readonly result: UploadResult;
  readonly file: IndexedFile;
}

interface Look {
  readonly open: Open[];
  readonly listed: readonly Listed[];
  /** Why looking again is of no use. */
  readonly hopeless?: string;
}

async function lookFor(open: readonly Open[], simpleApi: SimpleApi, withinMs: number): Promise<Look> {
  const projects = Map.groupBy(open, ({ result }) => normalizeProjectName(result.distribution.metadata.name));
  const looks = await Promise.all(
    [...projects].map(async ([name, files]) => judge(files, await simpleApi.projectNow(name, withinMs), simpleApi)),
  );
  const hopeless = looks.find((look) => look.hopeless !== undefined)?.hopeless;
  return {
    open: looks.flatMap((look) => look.open),
    listed: looks.flatMap((look) => look.listed),
    ...(hopeless !== undefined && { hopeless }),
  };
}

function judge(open: readonly Open[], reading: ProjectReading, { location }: SimpleApi): Look {
  const nothing = { open: [...open], listed: [] };
  if (reading.kind === "unreadable") {
    return { ...nothing, ...(reading.lasting && { hopeless: reading.reason }) };
  }
  if (reading.kind === "no-project") {
    // The project has files by now, so this is not the Simple API that it was taken for.
    const hopeless = `${location.url.href} knows no ${open[0]?.result.distribution.metadata.name}`;
    return { ...nothing, ...(location.source === "assumed" && { hopeless }) };
  }
  const looks = open.map(({ result }) => judgeFile(result, reading.page.files.get(result.distribution.filename)));
  return {
    open: looks.filter((look) => "state" in look),
    listed: looks.filter((look) => "file" in look),
  };
}

function judgeFile(result: UploadResult, file: IndexedFile | undefined): Open | Listed {
  if (file === undefined) {
    return { result, state: "missing" };
  }
  if (file.sha256 !== undefined && file.sha256 !== result.digests?.sha256) {
    return { result, state: { listedSha256: file.sha256 } };
  }
  return result.attested && !file.hasProvenance
    ? { result, state: "without-provenance", url: file.url }
    : { result, file };
}

/** What was seen, and the line to paste. */
function sayListed(
  listed: readonly Listed[],
  seconds: number,
  { target, simpleApi, log }: Confirming,
): readonly string[] {
  const count = listed.length === 1 ? "the distribution" : `all ${listed.length} distributions`;
  const unhashed = listed.filter(({ file }) => file.sha256 === undefined).length;
  const attested = listed.filter(({ result }) => result.attested).length;
  const hashes = unhashed === 0 ? " with the right hash" : `, ${unhashed} of them without a SHA-256 to compare`;
  const provenance = attested === 0 ? "" : `, ${attested} with provenance`;
  log.info(`${target.name} lists ${count}${hashes}${provenance} after ${humanSeconds(seconds)}.`);
  const releases = Map.groupBy(listed, ({ result }) => releaseKey(result.distribution));
  const install = [...releases.values()].flatMap(([first]) =>
    first === undefined ? [] : installLine(target, simpleApi.location.url, first.result.distribution.metadata),
  );
  log.info(`To install:\n${install.map((line) => `  ${line}`).join("\n")}`);
  return install;
}

function sayHopeless(reason: string, { simpleApi, target, log }: Confirming): void {
  const message = `Whether ${target.name} lists the release cannot be seen: ${reason}.`;
  if (simpleApi.location.source === "assumed") {
    log.info(message);
  } else {
    log.warning(message);
  }
}

/** @param seconds that were waited: fewer than asked for when the run was ended meanwhile */
function sayOpen(open: readonly Open[], seconds: number, { target, log, signal }: Confirming): void {
  for (const { result, state } of open) {
    if (typeof state === "object") {
      log.warning(
        `${target.name} lists ${result.distribution.filename} with another content than was uploaded (SHA-256 there ${state.listedSha256}, uploaded ${result.digests?.sha256}). Find out where it comes from before anybody installs it, and yank the release until then.`,
      );
    }
  }
  const names = (wanted: Open["state"]) =>
    open.filter(({ state }) => state === wanted).map(({ result }) => result.distribution.filename);
  const missing = names("missing");
  const without = names("without-provenance");
  const after = `after ${humanSeconds(seconds)}${signal.aborted ? ", when the run was ended" : ""}`;
  const late = "Indexes can be late; there is nothing to run again.";
  if (missing.length > 0) {
    log.warning(
      `The upload is complete, but ${target.name} was not seen to list all of it ${after}: ${missing.join(", ")}. ${late} \`wait-for-index\` sets how long to wait.`,
    );
  }
  if (without.length > 0) {
    log.warning(
      `The upload is complete, but ${target.name} was not seen to list provenance ${after} for ${without.join(", ")}: it may not have kept the attestations. ${late}`,
    );
  }
}
