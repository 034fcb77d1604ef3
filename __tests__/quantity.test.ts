import { expect, it } from "@jest/globals";
import { humanRate, humanSeconds, humanSize } from "../src/quantity.ts";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [999_949, "999.9 kB"],
  [999_950, "1.0 MB"],
  [1_234_567, "1.2 MB"],
  [104_857_600, "104.9 MB"],
  [4_000_000_000, "4.0 GB"],
  [5e15, "5000.0 TB"],
])("%d bytes are %s", (bytes, text) => {
  expect(humanSize(bytes)).toBe(text);
});

it.each([
  [0, "0.00 s"],
  [0.044, "0.04 s"],
  [0.44, "0.4 s"],
  [59.94, "59.9 s"],
  [59.96, "1 min 0 s"],
  [125.4, "2 min 5 s"],
])("%d seconds are %s", (seconds, text) => {
  expect(humanSeconds(seconds)).toBe(text);
});

it("has no rate when no time has passed", () => {
  expect([humanRate(2_000_000, 0.5), humanRate(5, 0)]).toEqual(["4.0 MB/s", ""]);
});
