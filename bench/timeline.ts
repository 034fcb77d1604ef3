import { readFile } from "node:fs/promises";
import { median } from "./statistics.ts";

/** What a run spends its time on, in seconds, as index and GitHub see it; half a round trip lies between them and the tool. */
export interface Phases {
  /** From the start of the process to the first request. */
  readonly start: number;
  /** From the first request to the answer that holds the token; undefined where the tool has one already. */
  readonly token: number | undefined;
  /** From there to the first upload. */
  readonly beforeUploads: number;
  /** From the first upload's beginning to the last one's end. */
  readonly uploads: number;
  /** Of them, what the fastest took: with many files, what a round takes. */
  readonly fastestUpload: number;
  /** From there to the end of the process. */
  readonly after: number;
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/**
 * Reads what the emulated world wrote down. `began` and `ended` are those of the process, in milliseconds since the epoch.
 * Undefined when nothing was uploaded.
 */
export async function readPhases(requestsFile: string, began: number, ended: number): Promise<Phases | undefined> {
  const requests: readonly Request[] = JSON.parse(await readFile(requestsFile, "utf8"));
  // What the benchmark asks itself comes later.
  const asked = requests.filter(({ startedAt }) => startedAt <= ended);
  const uploads = asked.filter(({ method, path }) => method === "POST" && path === "/legacy/");
  if (uploads.length === 0) {
    return undefined;
  }
  const first = Math.min(...asked.map(({ startedAt }) => startedAt));
  const minted = asked.find(({ path }) => path === "/_/oidc/mint-token")?.endedAt;
  const firstUpload = Math.min(...uploads.map(({ startedAt }) => startedAt));
  const lastUpload = Math.max(...uploads.map(({ endedAt }) => endedAt));
  const seconds = (from: number, to: number): number => (to - from) / 1000;
  return {
    start: seconds(began, first),
    token: minted === undefined ? undefined : seconds(first, minted),
    beforeUploads: seconds(minted ?? first, firstUpload),
    uploads: seconds(firstUpload, lastUpload),
    fastestUpload: Math.min(...uploads.map(({ startedAt, endedAt }) => seconds(startedAt, endedAt))),
    after: seconds(lastUpload, ended),
  };
}

/** Medians of every phase by itself, a row for each tool and scenario. */
export function phasesTable(
  runs: readonly { readonly scenario: string; readonly tool: string; readonly phases: Phases | undefined }[],
): string[] {
  const groups = [...Map.groupBy(runs, ({ scenario, tool }) => `${scenario} | ${tool}`)];
  const rows = groups.map(([name, ofTool]) => {
    const phases = ofTool.flatMap((run) => run.phases ?? []);
    const cells = PHASES.map(([phase]) => {
      const values = phases.flatMap((one) => one[phase] ?? []);
      return values.length === 0 ? "-" : `${median(values).toFixed(3)} s`;
    });
    return [name, ...cells].join(" | ");
  });
  return [
    `| scenario | tool | ${PHASES.map(([, title]) => title).join(" | ")} |`,
    `| --- | --- | ${PHASES.map(() => "--:").join(" | ")} |`,
    ...rows.map((row) => `| ${row} |`),
  ];
}

const PHASES: readonly (readonly [keyof Phases, string])[] = [
  ["start", "to the first request"],
  ["token", "to the token"],
  ["beforeUploads", "to the first upload"],
  ["uploads", "uploads"],
  ["fastestUpload", "fastest of them"],
  ["after", "after the last"],
];
