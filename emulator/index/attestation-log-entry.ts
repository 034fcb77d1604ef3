import { decodeBase64 } from "./attestation-base64.ts";

/** An entry of a transparency log, decoded. */
export interface LogEntry {
  readonly logIndex: bigint;
  readonly keyId: Buffer;
  readonly kind: string;
  readonly version: string;
  /** Seconds since the epoch; undefined when there is none, or zero. */
  readonly integratedTime: bigint | undefined;
  readonly signedEntryTimestamp: Buffer | undefined;
  readonly proof: {
    readonly logIndex: bigint;
    readonly treeSize: bigint;
    readonly rootHash: Buffer;
    readonly hashes: readonly Buffer[];
    readonly checkpoint: string;
  };
  readonly body: Buffer;
}

const LARGEST = 2n ** 64n - 1n;

/**
 * Reads a log entry in the JSON form of Sigstore's bundles, as strictly as the index does (rule A-06): every key known,
 * 64-bit numbers as texts, nothing left out but integrated time and promise. Undefined for anything else.
 */
export function readLogEntry(value: unknown): LogEntry | undefined {
  try {
    return entry(new Reader(value));
  } catch (error) {
    if (error instanceof InvalidEntry) {
      return undefined;
    }
    throw error;
  }
}

class InvalidEntry extends Error {
  override readonly name = "InvalidEntry";
}

function entry(reader: Reader): LogEntry {
  const kindVersion = reader.inner("kindVersion");
  const promise = reader.has("inclusionPromise") ? reader.inner("inclusionPromise") : undefined;
  const logId = reader.inner("logId");
  const read = {
    logIndex: reader.number("logIndex"),
    keyId: logId.bytes("keyId"),
    kind: kindVersion.text("kind"),
    version: kindVersion.text("version"),
    integratedTime: reader.has("integratedTime") ? reader.number("integratedTime") || undefined : undefined,
    signedEntryTimestamp: promise?.bytes("signedEntryTimestamp"),
    proof: proof(reader.inner("inclusionProof")),
    body: reader.bytes("canonicalizedBody"),
  };
  for (const each of [reader, kindVersion, logId, promise]) {
    each?.end();
  }
  return read;
}

function proof(reader: Reader): LogEntry["proof"] {
  const checkpoint = reader.inner("checkpoint");
  const read = {
    logIndex: reader.number("logIndex"),
    treeSize: reader.number("treeSize"),
    rootHash: reader.bytes("rootHash"),
    hashes: reader.list("hashes").map(asBytes),
    checkpoint: checkpoint.text("envelope"),
  };
  reader.end();
  checkpoint.end();
  if (read.treeSize <= read.logIndex) {
    throw new InvalidEntry("an index outside its tree");
  }
  return read;
}

/** Takes the members of an object and says which were left. */
class Reader {
  readonly #left: Map<string, unknown>;

  constructor(value: unknown) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new InvalidEntry("no object");
    }
    this.#left = new Map(Object.entries(value).map(([key, member]) => [camelCase(key), member]));
    if (this.#left.size < Object.keys(value).length) {
      throw new InvalidEntry("a member twice");
    }
  }

  /** True unless the member is absent or null. */
  has(key: string): boolean {
    const value = this.#left.get(key);
    if (value === null) {
      this.#left.delete(key);
    }
    return value !== undefined && value !== null;
  }

  inner(key: string): Reader {
    return new Reader(this.#take(key));
  }

  text(key: string): string {
    const value = this.#take(key);
    if (typeof value !== "string") {
      throw new InvalidEntry("no text");
    }
    return value;
  }

  bytes(key: string): Buffer {
    return asBytes(this.#take(key));
  }

  list(key: string): readonly unknown[] {
    const value = this.#take(key);
    if (!Array.isArray(value)) {
      throw new InvalidEntry("no list");
    }
    return value;
  }

  number(key: string): bigint {
    const text = this.text(key);
    if (!/^\d{1,20}$/.test(text) || BigInt(text) > LARGEST) {
      throw new InvalidEntry("no unsigned number of 64 bits");
    }
    return BigInt(text);
  }

  end(): void {
    if (this.#left.size > 0) {
      throw new InvalidEntry("unknown members");
    }
  }

  #take(key: string): unknown {
    const value = this.#left.get(key);
    this.#left.delete(key);
    return value;
  }
}

/** The index takes the names of its own classes, too: `log_index`. */
function camelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
}

function asBytes(value: unknown): Buffer {
  // Unlike in the attestation around it, a character outside ASCII is an error here.
  if (typeof value !== "string" || /[^\0-\x7f]/.test(value)) {
    throw new InvalidEntry("no text");
  }
  try {
    return decodeBase64(value);
  } catch {
    throw new InvalidEntry("no base64");
  }
}
