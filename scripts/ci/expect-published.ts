// Fails unless the action said that it uploaded the whole release, and the index lists it with the same hashes:
//   DISTRIBUTIONS=[output `distributions`] SIMPLE_URL=[Simple API] node scripts/run.mjs scripts/ci/expect-published.ts
import { deepStrictEqual } from "node:assert/strict";
import { filenames, PROJECT } from "./release.ts";

interface Uploaded {
  readonly filename: string;
  readonly sha256: string;
  readonly status: string;
}

interface Listed {
  readonly files: readonly { readonly filename: string; readonly hashes: { readonly sha256: string } }[];
}

const { DISTRIBUTIONS = "[]", SIMPLE_URL = "" } = process.env;
const uploaded: readonly Uploaded[] = JSON.parse(DISTRIBUTIONS);
deepStrictEqual(uploaded.map(({ filename }) => filename).sort(), [...filenames()].sort());
deepStrictEqual([...new Set(uploaded.map(({ status }) => status))], ["uploaded"]);

const answer = await fetch(new URL(`${PROJECT}/`, SIMPLE_URL), {
  headers: { accept: "application/vnd.pypi.simple.v1+json" },
});
const listed: Listed = JSON.parse(await answer.text());
deepStrictEqual(
  new Map(listed.files.map(({ filename, hashes }) => [filename, hashes.sha256])),
  new Map(uploaded.map(({ filename, sha256 }) => [filename, sha256])),
);
console.log(`The index holds ${uploaded.map(({ filename }) => filename).join(" and ")}.`);
