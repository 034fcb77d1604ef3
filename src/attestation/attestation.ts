import { type Bundle, bundleFromJSON } from "@sigstore/bundle";
import { parseJson } from "../http/answer-text.ts";
import { PAYLOAD_TYPE } from "./statement.ts";

/** An entry of the transparency log, in the JSON form of Sigstore bundles with no default left out. 64-bit numbers are text. */
export interface TransparencyEntry {
  readonly logIndex: string;
  readonly logId: { readonly keyId: string };
  readonly kindVersion: { readonly kind: string; readonly version: string };
  /** Seconds since the epoch. */
  readonly integratedTime: string;
  readonly inclusionPromise: { readonly signedEntryTimestamp: string };
  readonly inclusionProof: {
    readonly logIndex: string;
    readonly rootHash: string;
    readonly treeSize: string;
    readonly hashes: readonly string[];
    readonly checkpoint: { readonly envelope: string };
  };
  readonly canonicalizedBody: string;
}

/** An attestation as PEP 740 defines it and indexes take it. Bytes are base64. */
export interface Attestation {
  readonly version: 1;
  readonly verification_material: {
    /** DER. */
    readonly certificate: string;
    readonly transparency_entries: readonly [TransparencyEntry];
  };
  readonly envelope: { readonly statement: string; readonly signature: string };
}

/**
 * Reads an attestation strictly (index rules ): what it gives holds all that was read, and nothing else,
 * so that what is checked is what is sent.
 *
 * @throws Error that says which member is wrong.
 */
export function parseAttestation(text: string): Attestation {
  // Without the parser's own words, which show a piece of the text.
  const value = parseJson(text);
  if (value === undefined) {
    throw new Error("it is not JSON");
  }
  const whole = new Reader(value, "it");
  if (whole.has("mediaType")) {
    throw new Error("it is a Sigstore bundle, not a PEP 740 attestation");
  }
  if (whole.member("version") !== 1) {
    throw new Error("its version is not 1");
  }
  const material = whole.object("verification_material");
  const envelope = whole.object("envelope");
  return {
    version: 1,
    verification_material: {
      certificate: material.base64("certificate"),
      transparency_entries: [transparencyEntry(material.onlyItem("transparency_entries"))],
    },
    envelope: { statement: envelope.base64("statement"), signature: envelope.base64("signature") },
  };
}

/** The index refuses an entry with a member that it does not know. */
function transparencyEntry(entry: Reader): TransparencyEntry {
  entry.only(
    "logIndex",
    "logId",
    "kindVersion",
    "integratedTime",
    "inclusionPromise",
    "inclusionProof",
    "canonicalizedBody",
  );
  const proof = entry.object("inclusionProof").only("logIndex", "rootHash", "treeSize", "hashes", "checkpoint");
  const kindVersion = entry.object("kindVersion").only("kind", "version");
  return {
    logIndex: entry.integer("logIndex"),
    logId: { keyId: entry.object("logId").only("keyId").base64("keyId") },
    kindVersion: { kind: kindVersion.text("kind"), version: kindVersion.text("version") },
    integratedTime: entry.integer("integratedTime"),
    inclusionPromise: {
      signedEntryTimestamp: entry
        .object("inclusionPromise")
        .only("signedEntryTimestamp")
        .base64("signedEntryTimestamp"),
    },
    inclusionProof: {
      logIndex: proof.integer("logIndex"),
      rootHash: proof.base64("rootHash"),
      treeSize: proof.integer("treeSize"),
      hashes: proof.base64List("hashes"),
      checkpoint: { envelope: proof.object("checkpoint").only("envelope").text("envelope") },
    },
    canonicalizedBody: entry.base64("canonicalizedBody"),
  };
}

/** The Sigstore bundle (v0.3) that an attestation was made from, as the index puts it together again. */
export function toBundle({ verification_material, envelope }: Attestation): Bundle {
  return bundleFromJSON({
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: {
      certificate: { rawBytes: verification_material.certificate },
      tlogEntries: verification_material.transparency_entries,
    },
    dsseEnvelope: {
      payload: envelope.statement,
      payloadType: PAYLOAD_TYPE,
      signatures: [{ sig: envelope.signature, keyid: "" }],
    },
  });
}

/** Takes members out of untrusted JSON; every fault names its place. */
class Reader {
  readonly #members: ReadonlyMap<string, unknown>;
  readonly #place: string;

  constructor(value: unknown, place: string) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new Error(`${place} is no JSON object`);
    }
    this.#members = new Map(Object.entries(value));
    this.#place = place;
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  member(name: string): unknown {
    return this.#members.get(name);
  }

  only(...names: readonly string[]): this {
    const stranger = [...this.#members.keys()].find((name) => !names.includes(name));
    if (stranger !== undefined) {
      throw new Error(`${this.#place} has an unknown member ${JSON.stringify(stranger.slice(0, 60))}`);
    }
    return this;
  }

  object(name: string): Reader {
    return new Reader(this.member(name), name);
  }

  onlyItem(name: string): Reader {
    const value = this.member(name);
    if (!Array.isArray(value) || value.length !== 1) {
      throw new Error(`${name} has not exactly one item`);
    }
    return new Reader(value[0], name);
  }

  text(name: string): string {
    const value = this.member(name);
    if (typeof value !== "string" || value === "") {
      throw new Error(`${name} is no text`);
    }
    return value;
  }

  integer(name: string): string {
    const value = this.text(name);
    if (!/^\d{1,19}$/.test(value)) {
      throw new Error(`${name} is no whole number`);
    }
    return value;
  }

  base64(name: string): string {
    return base64(this.member(name), name);
  }

  base64List(name: string): string[] {
    const value = this.member(name);
    if (!Array.isArray(value)) {
      throw new Error(`${name} is no list`);
    }
    return value.map((item) => base64(item, name));
  }
}

function base64(value: unknown, name: string): string {
  const isBase64 = typeof value === "string" && value.length > 0 && value.length % 4 === 0;
  if (!isBase64 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) {
    throw new Error(`${name} is not base64`);
  }
  return value;
}
