import { createRequire } from "node:module";
import { describe, expect, it } from "@jest/globals";
import { PUBLIC_TRUSTED_ROOT } from "../../../src/attestation/data/trusted-root.ts";

const seeds = createRequire(import.meta.url)("@sigstore/tuf/seeds.json");

describe("the trusted root in the bundle", () => {
  it("is the one that the pinned TUF client of Sigstore ships", () => {
    const encoded = seeds["https://tuf-repo-cdn.sigstore.dev"].targets["trusted_root.json"];
    expect(PUBLIC_TRUSTED_ROOT).toEqual(JSON.parse(Buffer.from(encoded, "base64").toString("utf8")));
  });
});
