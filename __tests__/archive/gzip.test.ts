import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { bufferSource, openFileSource } from "../../src/archive/byte-source.ts";
import { type GzipEnd, readGzip } from "../../src/archive/gzip.ts";
import { noise } from "../builders/noise.ts";
import { useArchiveFiles } from "./archive-file.ts";

const place = useArchiveFiles();
const TEXT = "some text, over and over. ".repeat(1000);

async function read(bytes: Buffer): Promise<{ end: GzipEnd; text: string }> {
  const chunks: Buffer[] = [];
  const end = await readGzip(bufferSource(bytes), (chunk) => chunks.push(Buffer.from(chunk)) > 0);
  return { end, text: Buffer.concat(chunks).toString() };
}

function changed(bytes: Buffer, at: number): Buffer {
  const result = Buffer.from(bytes);
  result[result.length + at] = (result[result.length + at] ?? 0) ^ 0xff;
  return result;
}

describe("readGzip", () => {
  const good = gzipSync(TEXT);
  it.each<[string, Buffer, GzipEnd, string]>([
    ["one stream", good, "complete", TEXT],
    ["an empty stream", gzipSync(""), "complete", ""],
    ["several streams", Buffer.concat([good, gzipSync("!"), good]), "complete", `${TEXT}!${TEXT}`],
    ["zeros behind", Buffer.concat([good, good, Buffer.alloc(70_000)]), "complete", TEXT + TEXT],
    // Python reads on behind the zeros, gzip does not.
    ["zeros between", Buffer.concat([good, Buffer.alloc(70_000), good]), "padded", TEXT + TEXT],
    ["something behind", Buffer.concat([good, Buffer.from("x")]), "trailing-data", TEXT],
    ["a cut second stream", Buffer.concat([good, good.subarray(0, 5)]), "cut", TEXT],
    ["a cut trailer", good.subarray(0, -1), "cut", TEXT],
    ["no trailer", good.subarray(0, -8), "cut", TEXT],
    ["a wrong checksum", changed(good, -8), "wrong-checksum", TEXT],
    ["a wrong length", changed(good, -1), "wrong-checksum", TEXT],
    ["text", Buffer.from(TEXT), "not-gzip", ""],
    ["nothing", Buffer.alloc(0), "not-gzip", ""],
  ])("reads %s", async (_, bytes, end, text) => {
    expect(await read(bytes)).toEqual({ end, text });
  });

  it("hands out what stands in front of a cut", async () => {
    const { end, text } = await read(good.subarray(0, -20));
    expect(end).toBe("cut");
    expect(TEXT.startsWith(text) && text.length > 0).toBe(true);
  });

  it.each([
    ["noise", noise(40_000_000)],
    ["zeros", Buffer.alloc(80_000_000)],
  ])("holds few chunks at a time, and leaves none to the garbage collector: %s", async (_what, data) => {
    const file = await openFileSource(await place("large.gz", gzipSync(data, { level: 1 })));
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const end = await readGzip(file, () => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      return true;
    }).finally(() => file.close());
    expect(end).toBe("complete");
    expect(most).toBeLessThan(4_000_000);
  });

  it("says when deflate data are broken", async () => {
    expect((await read(gzipSync(noise(1_000_000)).fill(0xff, 600_000, 610_000))).end).toBe("invalid");
  });

  it("stops when told to", async () => {
    let chunks = 0;
    const end = await readGzip(bufferSource(gzipSync(Buffer.alloc(50_000_000))), () => {
      chunks += 1;
      return false;
    });
    expect(end).toBe("stopped");
    expect(chunks).toBeLessThan(50);
  });

  it.each([-2, -1, 0, 1, 2])("finds streams whose end lies %i bytes beside the end of a read", async (offset) => {
    const READ_BYTES = 256 * 1024;
    const first = gzipSync(randomBytes(READ_BYTES * 2), { level: 0 });
    const pad = randomBytes(READ_BYTES * 3 - 100 - (first.length % READ_BYTES) + offset);
    const bytes = Buffer.concat([first, gzipSync(pad, { level: 0 }), gzipSync("end")]);
    const file = await openFileSource(await place("streams.gz", bytes));
    try {
      let size = 0;
      const end = await readGzip(file, (chunk) => {
        size += chunk.length;
        return true;
      });
      expect({ end, size }).toEqual({ end: "complete", size: READ_BYTES * 2 + pad.length + 3 });
    } finally {
      await file.close();
    }
  });
});
