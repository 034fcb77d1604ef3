import { describe, expect, it } from "@jest/globals";
import { type ByteSource, bufferSource, openFileSource } from "../../src/archive/byte-source.ts";
import { noise } from "../builders/noise.ts";
import { useArchiveFiles } from "./archive-file.ts";

const place = useArchiveFiles();
const BYTES = noise(300_000);

async function each(test: (source: ByteSource) => Promise<void>): Promise<void> {
  await test(bufferSource(BYTES));
  const file = await openFileSource(await place("bytes", BYTES));
  try {
    await test(file);
  } finally {
    await file.close();
  }
}

describe("a source of bytes, in memory or in a file", () => {
  it("reads any range, also beyond its end", async () => {
    await each(async (source) => {
      expect(source.size).toBe(BYTES.length);
      const starts = [0, 1, 65_000, 131_072, 5, 299_990, 299_999, 300_000, 400_000];
      for (const start of starts) {
        for (const length of [0, 1, 30, 40_000, 200_000]) {
          const bytes = await source.read(start, start + length);
          expect(bytes.equals(BYTES.subarray(start, start + length))).toBe(true);
        }
      }
    });
  });

  it("keeps reads that run at the same time apart", async () => {
    await each(async (source) => {
      const starts = Array.from({ length: 50 }, (_, index) => (index * 70_001) % 290_000);
      const all = await Promise.all(starts.map((start) => source.read(start, start + 100)));
      expect(all.every((bytes, index) => bytes.equals(BYTES.subarray(starts[index], (starts[index] ?? 0) + 100)))).toBe(
        true,
      );
    });
  });
});
