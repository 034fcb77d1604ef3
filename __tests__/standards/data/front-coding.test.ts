import { expect, it } from "@jest/globals";
import { frontDecoded } from "../../../src/standards/data/front-coding.ts";

it("decodes names that share their beginnings with the one before", () => {
  expect(frontDecoded("\n00abc|02d|\n00x :: y|05z\n")).toEqual(["abc", "abd", "x :: y", "x :: z"]);
});
