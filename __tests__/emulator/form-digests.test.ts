import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { blake2b } from "hash-wasm";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import type { BuiltArchive } from "../builders/archives.ts";
import type { FieldChanges } from "../builders/upload-form.ts";
import { NO_ISSUER, sdist, upload, verdict, wheel } from "./uploader.ts";

let index: EmulatedIndex;
let next = 0;

beforeAll(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0, newProjectsPerHour: 1000 });
});

afterAll(() => index.close());

function fresh(kind: "wheel" | "sdist"): BuiltArchive {
  next += 1;
  return (kind === "wheel" ? wheel : sdist)({ name: `digests-${next}` });
}

type Case = readonly [id: string, input: string, kind: "wheel" | "sdist", fields: FieldChanges, expected: string];

const MISMATCH = "400 The digest supplied does not match a digest calculated from the uploaded file.";
const PYVERSION_WHEEL =
  "400 Invalid value for pyversion. Error: Python version is required for binary distribution uploads.";
const PYVERSION_SDIST = "400 Invalid value for pyversion. Error: Use 'source' as Python version for an sdist.";
const NO_DIGEST = "400 Error: Include at least one message digest.";
const none = { sha256_digest: null };

describe("file type, python version and digest fields", () => {
  const cases: readonly Case[] = [
    [
      "H-c15 H-14",
      "no filetype",
      "sdist",
      { filetype: null, md5_digest: "x" },
      "400 Invalid value for filetype. Error: This field is required.",
    ],
    [
      "H-c16 H-14",
      "bdist_dumb",
      "sdist",
      { filetype: "bdist_dumb" },
      "400 Invalid value for filetype. Error: Use a known file type.",
    ],
    ["H-c17 H-15", "no pyversion", "wheel", { pyversion: null, ...none }, PYVERSION_WHEEL],
    ["H-c18 H-15", "pyversion 3.4", "sdist", { pyversion: "3.4", ...none }, PYVERSION_SDIST],
    ["H-15", "no pyversion", "sdist", { pyversion: null }, "200 OK"],
    ["H-c19 H-16", "no digest", "sdist", none, NO_DIGEST],
    ["H-c20 H-16", "no digest", "wheel", { pyversion: "3.4", ...none }, NO_DIGEST],
    [
      "H-c21 H-17",
      "free text",
      "sdist",
      { sha256_digest: "free text" },
      "400 Invalid value for sha256_digest. Error: Use a valid, hex-encoded, SHA256 message digest.",
    ],
    [
      "H-17",
      "63 digits",
      "sdist",
      { blake2_256_digest: "a".repeat(63) },
      "400 Invalid value for blake2_256_digest. Error: Use a valid, hex-encoded, BLAKE2 message digest.",
    ],
    ["H-c23 H-18", "md5 bad", "sdist", { md5_digest: "bad", ...none }, MISMATCH],
    ["H-18", "a wrong sha256", "sdist", { sha256_digest: "a".repeat(64) }, MISMATCH],
    ["H-c37 H-18", "md5 outside ASCII", "sdist", { md5_digest: "é" }, "500 Internal Server Error"],
  ];
  it.each(cases)("%s: %s in the form of a %s", async (_id, _input, kind, fields, expected) => {
    expect(verdict(await upload(index, fresh(kind), { fields }))).toBe(expected);
  });

  it("H-c24 H-18: wants all digests right", async () => {
    const archive = fresh("sdist");
    const md5 = createHash("md5").update(archive.content).digest("hex");
    const fields = { md5_digest: md5, sha256_digest: "b".repeat(64) };
    expect(verdict(await upload(index, archive, { fields }))).toBe(MISMATCH);
  });

  it("H-c37 H-18: does not take MD5 in base64", async () => {
    const archive = fresh("sdist");
    const md5 = createHash("md5").update(archive.content).digest("base64");
    expect(verdict(await upload(index, archive, { fields: { md5_digest: md5 } }))).toBe(MISMATCH);
  });

  it.each(["wheel", "sdist"] as const)(
    "H-c22 H-17: takes each right digest alone for a %s, in any case",
    async (kind) => {
      for (const field of ["md5_digest", "sha256_digest", "blake2_256_digest"]) {
        const archive = fresh(kind);
        const digests: Record<string, string> = {
          md5_digest: createHash("md5").update(archive.content).digest("hex"),
          sha256_digest: archive.sha256.toUpperCase(),
          blake2_256_digest: await blake2b(archive.content, 256),
        };
        const fields = { ...none, [field]: digests[field] ?? "" };
        expect(verdict(await upload(index, archive, { fields }))).toBe("200 OK");
      }
    },
  );
});
