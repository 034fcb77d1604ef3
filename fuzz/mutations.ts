import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";

/** One change of bytes; positions are shares of the length, so that shrinking keeps them meaningful. */
interface Change {
  readonly kind: "cut" | "flip" | "word" | "insert" | "delete" | "double" | "swap";
  readonly at: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

/** Values at which lengths, offsets and counts go wrong. */
const WORDS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const SIGNATURES = ["PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "PK\x06\x06", "PK\x06\x07", "PK\x07\x08", "ustar\0"];

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 24 }),
  fc.constantFrom(...WORDS).map((word) => {
    const written = Buffer.alloc(4);
    written.writeUInt32LE(word);
    return new Uint8Array(written);
  }),
  fc.constantFrom(...SIGNATURES).map((text) => new Uint8Array(Buffer.from(text, "latin1"))),
);

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("cut", "flip", "flip", "word", "word", "insert", "delete", "double", "swap"),
  at: share,
  to: share,
  bytes,
});

/** How to spoil a file: its bytes as they are, or what is inside of its compression. */
export interface Mutation {
  readonly layer: "outside" | "inside";
  /** Aim at the records of the format and not at any place. */
  readonly aimed: boolean;
  readonly changes: readonly Change[];
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  layer: fc.constantFrom("outside", "inside"),
  aimed: fc.boolean(),
  changes: fc.array(change, { minLength: 1, maxLength: 5 }),
});

export function mutate(content: Buffer, { layer, aimed, changes }: Mutation): Buffer {
  const isGzip = content[0] === 0x1f && content[1] === 0x8b;
  if (layer === "inside" && isGzip) {
    const tar = apply(gunzipSync(content), changes, aimed ? tarRecords : undefined);
    return gzipSync(withChecksums(tar), { level: 1 });
  }
  return apply(content, changes, aimed && !isGzip ? zipRecords : undefined);
}

function apply(content: Buffer, changes: readonly Change[], records?: (content: Buffer) => readonly number[]): Buffer {
  return changes.reduce((current, one) => {
    const starts = records?.(current) ?? [];
    const start = starts[Math.floor(one.at * starts.length)];
    const at = start === undefined ? Math.floor(one.at * current.length) : start + Math.floor(one.to * 64);
    return changed(Buffer.from(current), Math.min(at, current.length), one);
  }, content);
}

function changed(content: Buffer, at: number, { kind, to, bytes: given }: Change): Buffer {
  const end = Math.min(content.length, at + Math.floor(to * 600));
  switch (kind) {
    case "cut":
      return content.subarray(0, at);
    case "flip":
      content[at] = (content[at] ?? 0) ^ (1 << Math.floor(to * 8));
      return content;
    case "word":
      content.set(given.subarray(0, content.length - at), at);
      return content;
    case "insert":
      return Buffer.concat([content.subarray(0, at), given, content.subarray(at)]);
    case "delete":
      return Buffer.concat([content.subarray(0, at), content.subarray(end)]);
    case "double":
      return Buffer.concat([content.subarray(0, end), content.subarray(at)]);
    case "swap":
      return Buffer.concat([content.subarray(0, at), content.subarray(end), content.subarray(at, end)]);
  }
}

function zipRecords(content: Buffer): number[] {
  const starts: number[] = [];
  for (let at = content.indexOf("PK"); at >= 0 && starts.length < 500; at = content.indexOf("PK", at + 2)) {
    starts.push(at);
  }
  return starts;
}

function tarRecords(content: Buffer): number[] {
  return Array.from({ length: Math.floor(content.length / 512) }, (_, index) => index * 512).filter(
    (start) => content.toString("latin1", start + 257, start + 262) === "ustar",
  );
}

/** A header with a wrong checksum ends the reading at once; with a right one, its contents count. */
function withChecksums(tar: Buffer): Buffer {
  for (const start of tarRecords(tar)) {
    tar.fill(" ", start + 148, start + 156);
    const sum = tar.subarray(start, start + 512).reduce((total, byte) => total + byte, 0);
    tar.write(`${sum.toString(8).padStart(6, "0")}\0 `, start + 148, "latin1");
  }
  return tar;
}
