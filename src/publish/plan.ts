import type { Distribution } from "../distribution/distribution.ts";
import { releaseKey } from "../distribution/release-key.ts";

/**
 * The distributions of one release of one project, in the steps in which they go:
 * what is in a step may go side by side, and a step begins when the one before has
 * ended. One file alone first, since two that both create a release meet a server
 * error (index rule P-29); the sdist last, so that no installer finds it without
 * its wheels.
 */
export interface ReleasePlan {
  readonly steps: readonly (readonly Distribution[])[];
}

/** One plan a release, in the order of the distributions given. */
export function planReleases(distributions: readonly Distribution[]): readonly ReleasePlan[] {
  return [...Map.groupBy(distributions, releaseKey).values()].map(planRelease);
}

function planRelease(distributions: readonly Distribution[]): ReleasePlan {
  const [first, ...wheels] = distributions.filter(({ kind }) => kind === "wheel");
  const sdists = distributions.filter(({ kind }) => kind === "sdist");
  return { steps: [first === undefined ? [] : [first], wheels, sdists].filter((step) => step.length > 0) };
}
