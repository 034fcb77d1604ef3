import type { ReleaseShape } from "./generate.ts";

/** A release, the link it travels over and the index's own time for each file. */
export interface Scenario {
  readonly name: string;
  readonly release: ReleaseShape;
  readonly roundTripMs: number;
  /** Absent: as fast as loopback. */
  readonly bitsPerSecond?: number;
  readonly processingMs: number;
  /** Runs of every tool when none is asked for. */
  readonly usualRuns: number;
}

const KILOBYTE = 1000;
const MEGABYTE = 1000 * KILOBYTE;
const GIGABIT = 1_000_000_000;
const IDEAL = { roundTripMs: 0, processingMs: 0 } as const;

/** What a release looks like: a pure project, a compiled one with 60 wheels, one huge wheel; and what memory is measured with. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: "small",
    release: { wheels: 1, wheelBytes: 200 * KILOBYTE, sdists: 1, sdistBytes: 150 * KILOBYTE },
    roundTripMs: 20,
    processingMs: 300,
    usualRuns: 5,
  },
  many(61, 5),
  { name: "large", release: wheels(1, 1000 * MEGABYTE), ...IDEAL, usualRuns: 5 },
  { name: "memory-1-mb", release: wheels(1, MEGABYTE), ...IDEAL, usualRuns: 5 },
  { name: "memory-4-gb", release: wheels(1, 4000 * MEGABYTE), ...IDEAL, usualRuns: 1 },
  { name: "memory-parallel", release: wheels(17, 60 * MEGABYTE), ...IDEAL, usualRuns: 1 },
];

/** The points of the plot: time against the number of files. */
export const PLOTTED: readonly Scenario[] = [1, 2, 5, 10, 20, 40, 61].map((files) => many(files, 1));

function many(files: number, usualRuns: number): Scenario {
  const sdists = files > 1 ? 1 : 0;
  return {
    name: files === 61 ? "many" : `many-${files}`,
    release: { wheels: files - sdists, wheelBytes: 2 * MEGABYTE, sdists, sdistBytes: sdists * 2 * MEGABYTE },
    roundTripMs: 20,
    bitsPerSecond: GIGABIT,
    processingMs: 500,
    usualRuns,
  };
}

function wheels(count: number, wheelBytes: number): ReleaseShape {
  return { wheels: count, wheelBytes, sdists: 0, sdistBytes: 0 };
}

export function fileCount({ release }: Scenario): number {
  return release.wheels + release.sdists;
}
