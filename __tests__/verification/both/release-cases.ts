import { ACCEPT, type Case, fileCases, sdist, wheel } from "./case.ts";

const twin = { ...wheel(), filename: "pkg-1.0-1-py3-none-any.whl" };

export const RELEASE_CASES: readonly Case[] = fileCases(
  [
    "F-c31",
    "equal bytes under two names",
    [wheel(), twin],
    "File already exists ('pkg-1.0-1-py3-none-any.whl'",
    "F-20",
  ],
  ["M-c59", "other metadata in the second file", [wheel(), sdist({ headers: [["Summary", "other"]] })], ACCEPT],
  [
    "P-c21",
    "a second sdist",
    [sdist(), sdist({ version: "1.0.0" })],
    "Only one sdist may be uploaded per release.",
    "P-23",
  ],
  ["P-c22", "a wheel after the sdist", [sdist(), wheel()], ACCEPT],
  ["P-c23", "another spelling of the version", [wheel(), sdist({ version: "1.0.0" })], ACCEPT],
  ["P-c26", "another spelling of the name", [wheel({ name: "a-b" }), sdist({ name: "A_b" })], ACCEPT],
);
