import { afterAll, describe, it } from "@jest/globals";
import { endAnswers } from "../fuzz/answers.ts";
import { PROPERTIES } from "../fuzz/properties.ts";

/** The same cases in every run; `npm run fuzz` runs far more, others each time. */
const SEED = 20_261_125;
const SHARE = 0.006;

afterAll(endAnswers);

describe("for hostile input, no crash, no hang, no growth, nothing injected, nothing left behind", () => {
  it.each(PROPERTIES)("$name", (property) => property.check(Math.round(property.cases * SHARE), SEED));
});
