import { createHmac, timingSafeEqual } from "node:crypto";

/** A macaroon with first-party caveats only (https://research.google/pubs/pub41892/), as rule O-17 has it. */
export interface Macaroon {
  readonly location: string;
  readonly identifier: string;
  readonly caveats: readonly string[];
  readonly signature: Buffer;
}

/** Field types of the binary format, version 2. */
const END = 0;
const LOCATION = 1;
const IDENTIFIER = 2;
const VERIFICATION_ID = 4;
const SIGNATURE = 6;
const VERSION_2 = 2;

/** Makes a macaroon whose signature chains the root key over identifier and caveats. */
export function makeMacaroon(key: Buffer, location: string, identifier: string, caveats: readonly string[]): Macaroon {
  return { location, identifier, caveats, signature: chain(key, identifier, caveats) };
}

/** Adds a caveat without the root key, as any holder can. */
export function restrict(macaroon: Macaroon, caveat: string): Macaroon {
  return {
    ...macaroon,
    caveats: [...macaroon.caveats, caveat],
    signature: hmac(macaroon.signature, caveat),
  };
}

/** True when the signature was made with this root key over exactly this identifier and these caveats. */
export function signatureMatches(macaroon: Macaroon, key: Buffer): boolean {
  const expected = chain(key, macaroon.identifier, macaroon.caveats);
  return expected.length === macaroon.signature.length && timingSafeEqual(expected, macaroon.signature);
}

/** `pypi-` and the URL-safe base64 of the binary form, without padding. */
export function encodeToken(macaroon: Macaroon): string {
  const parts = [
    Buffer.from([VERSION_2]),
    field(LOCATION, Buffer.from(macaroon.location)),
    field(IDENTIFIER, Buffer.from(macaroon.identifier)),
    Buffer.from([END]),
    ...macaroon.caveats.flatMap((caveat) => [field(IDENTIFIER, Buffer.from(caveat)), Buffer.from([END])]),
    Buffer.from([END]),
    field(SIGNATURE, macaroon.signature),
  ];
  return `pypi-${Buffer.concat(parts).toString("base64url")}`;
}

/** Undefined for what is no token of this kind: prefix, base64 or structure wrong. */
export function decodeToken(token: string): Macaroon | undefined {
  const encoded = token.startsWith("pypi-") ? token.slice(5).replace(/=+$/, "") : "";
  if (!/^[A-Za-z0-9_-]+$/.test(encoded)) {
    return undefined;
  }
  try {
    return decode(new Reader(Buffer.from(encoded, "base64url")));
  } catch {
    return undefined;
  }
}

function decode(reader: Reader): Macaroon | undefined {
  if (reader.byte() !== VERSION_2) {
    return undefined;
  }
  const head = reader.section();
  const identifier = head.get(IDENTIFIER);
  if (identifier === undefined) {
    return undefined;
  }
  const caveats: string[] = [];
  for (let section = reader.section(); section.size > 0; section = reader.section()) {
    const caveat = section.get(IDENTIFIER);
    if (caveat === undefined || section.has(VERIFICATION_ID)) {
      return undefined;
    }
    caveats.push(caveat.toString("utf8"));
  }
  const [type, signature] = reader.field();
  if (type !== SIGNATURE || signature.length !== 32 || !reader.atEnd) {
    return undefined;
  }
  const location = head.get(LOCATION)?.toString("utf8") ?? "";
  return { location, identifier: identifier.toString("utf8"), caveats, signature };
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes.readUInt8(this.#at);
    this.#at += 1;
    return value;
  }

  field(): [number, Buffer] {
    const type = this.byte();
    if (type === END) {
      return [END, Buffer.alloc(0)];
    }
    const length = this.#varint();
    if (this.#at + length > this.#bytes.length) {
      throw new RangeError("field longer than the macaroon");
    }
    const data = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return [type, data];
  }

  section(): Map<number, Buffer> {
    const fields = new Map<number, Buffer>();
    for (let [type, data] = this.field(); type !== END; [type, data] = this.field()) {
      fields.set(type, data);
    }
    return fields;
  }

  #varint(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        return value;
      }
    }
    throw new RangeError("number too long");
  }
}

function field(type: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type]), varint(data.length), data]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return Buffer.from([...bytes, rest]);
}

function chain(key: Buffer, identifier: string, caveats: readonly string[]): Buffer {
  const derived = hmac(Buffer.from("macaroons-key-generator"), key);
  return caveats.reduce((signature, caveat) => hmac(signature, caveat), hmac(derived, identifier));
}

function hmac(key: Buffer, data: string | Buffer): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
