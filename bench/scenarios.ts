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

/** What a release looks like: a pure project, a compiled one with 60 wheels, and one huge wheel. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: "small",
    release: { wheels: 1, wheelBytes: 200 * KILOBYTE, sdists: 1, sdistBytes: 150 * KILOBYTE },
    roundTripMs: 20,
    processingMs: 300,
    usualRuns: 11,
  },
  {
    name: "many",
    release: { wheels: 60, wheelBytes: 2 * MEGABYTE, sdists: 1, sdistBytes: 2 * MEGABYTE },
    roundTripMs: 20,
    bitsPerSecond: GIGABIT,
    processingMs: 500,
    usualRuns: 3,
  },
  {
    name: "large",
    release: { wheels: 1, wheelBytes: 1000 * MEGABYTE, sdists: 0, sdistBytes: 0 },
    roundTripMs: 0,
    processingMs: 0,
    usualRuns: 5,
  },
];
