import fc from "fast-check";

/** Something that has to hold for every input, however hostile. */
export interface FuzzProperty {
  readonly name: string;
  /** Cases of a long run; a short one takes a share of them. */
  readonly cases: number;
  /** Runs so many cases; rejects with the smallest input for which it does not hold. */
  check(cases: number, seed: number): Promise<void>;
}

/** Milliseconds one case may take: far more than any needs, far less than a hang. */
const CASE_MS = 20_000;

/** A property of generated inputs; the predicate throws where it does not hold. */
export function fuzzProperty<Input>(
  name: string,
  cases: number,
  inputs: fc.Arbitrary<Input>,
  predicate: (input: Input) => Promise<void>,
): FuzzProperty {
  return {
    name,
    cases,
    check: (numRuns, seed) =>
      fc.assert(fc.asyncProperty(inputs, predicate), {
        numRuns,
        seed,
        timeout: CASE_MS,
        endOnFailure: false,
        includeErrorInReport: true,
      }),
  };
}
