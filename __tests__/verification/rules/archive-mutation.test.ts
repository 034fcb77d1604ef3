import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { startIndex } from "../../../emulator/index/index-server.ts";
import { bufferSource } from "../../../src/archive/byte-source.ts";
import { judgeSdist } from "../../../src/verification/rules/sdist.ts";
import { judgeWheel } from "../../../src/verification/rules/wheel.ts";
import { sdist, wheel } from "../../emulator/uploader.ts";
import { judgedSdist, judgedWheel, SDIST, verdict, WHEEL } from "./judged.ts";
import { uploadedVerdict } from "./uploaded.ts";

const FIXTURES = new URL("../../../fixtures/distributions/", import.meta.url);
const MUTANTS = 2_000;
const UPLOADED_MUTANTS = 150;
/** That may be held, or left to the garbage collector, for an archive of some KB. */
const MOST_BYTES = 32 * 1024 * 1024;

type Numbers = (below: number) => number;

/** The same sequence in every run: a failure can be repeated. */
function numbers(seed: number): Numbers {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

const MUTATIONS: readonly ((bytes: Buffer, next: Numbers) => Buffer)[] = [
  (bytes, next) => bytes.subarray(0, next(bytes.length)),
  (bytes, next) => {
    const result = Buffer.from(bytes);
    for (let count = next(4); count >= 0; count -= 1) {
      const at = next(result.length);
      result[at] = (result[at] ?? 0) ^ (1 << next(8));
    }
    return result;
  },
  (bytes, next) => {
    const at = next(bytes.length);
    const foreign = Buffer.from(Array.from({ length: next(40) }, () => next(256)));
    return Buffer.concat([bytes.subarray(0, at), foreign, bytes.subarray(at + next(20))]);
  },
  (bytes, next) => {
    const at = next(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(next(at + 1))]);
  },
  inRecord((bytes, at, next) => bytes.fill(next(256), at, at + 1)),
  inRecord((bytes, at, next) => bytes.writeUInt32LE([0, 1, 0xff, 0xffff, 0xffffffff][next(5)] ?? 0, at)),
];

/** Changes bytes of a zip record, or of the first bytes of anything else. */
function inRecord(change: (bytes: Buffer, at: number, next: Numbers) => unknown) {
  return (bytes: Buffer, next: Numbers): Buffer => {
    const result = Buffer.from(bytes);
    const records: number[] = [];
    for (let at = result.indexOf("PK"); at >= 0; at = result.indexOf("PK", at + 2)) {
      records.push(at);
    }
    const at = (records[next(records.length)] ?? 0) + next(46);
    if (at + 4 <= result.length) {
      change(result, at, next);
    }
    return result;
  };
}

function mutate(bytes: Buffer, next: Numbers): Buffer {
  const mutation = MUTATIONS[next(MUTATIONS.length)];
  return mutation === undefined ? bytes : mutation(bytes, next);
}

describe("damaged fixtures", () => {
  const files = readdirSync(FIXTURES).map((filename) => ({
    filename,
    bytes: readFileSync(new URL(encodeURIComponent(filename), FIXTURES)),
  }));

  it("are sound before", async () => {
    for (const { filename, bytes } of files) {
      const judge = filename.endsWith(".whl") ? judgeWheel : judgeSdist;
      const judgement = await judge({ source: bufferSource(bytes), filename, licenseFiles: [] });
      expect(verdict(judgement)).toBe("accept");
    }
  });

  it("are a violation or a pass in bounded time and memory, never a crash", async () => {
    const next = numbers(4);
    let violations = 0;
    for (let round = 0; round < MUTANTS; round += 1) {
      const { filename, bytes } = files[round % files.length] ?? { filename: "", bytes: Buffer.alloc(0) };
      const judge = filename.endsWith(".whl") ? judgeWheel : judgeSdist;
      const start = performance.now();
      const { arrayBuffers } = process.memoryUsage();
      const { archive, content } = await judge({
        source: bufferSource(mutate(bytes, next)),
        filename,
        licenseFiles: [],
      });
      expect(performance.now() - start).toBeLessThan(2_000);
      expect(process.memoryUsage().arrayBuffers - arrayBuffers).toBeLessThan(MOST_BYTES);
      const all = [...archive, ...content];
      expect(all.every(({ message, remedy }) => message.endsWith(".") && remedy !== "")).toBe(true);
      expect(all.every(({ effect, text }) => (effect === "reject") === (text !== undefined))).toBe(true);
      violations += all.length > 0 ? 1 : 0;
    }
    expect(violations).toBeGreaterThan(MUTANTS / 2);
  }, 60_000);

  it("get the same verdict by upload to the emulated index", async () => {
    const index = await startIndex({ issuer: "http://127.0.0.1:9", processingMs: 0 });
    try {
      const next = numbers(11);
      for (let round = 0; round < UPLOADED_MUTANTS; round += 1) {
        const built = round % 2 === 0 ? wheel() : sdist();
        const content = mutate(built.content, next);
        const judgement = await (round % 2 === 0
          ? judgedWheel(content, { filename: WHEEL })
          : judgedSdist(content, { filename: SDIST }));
        expect(await uploadedVerdict(index, { ...built, content })).toBe(verdict(judgement).replace(/^[SW]-\d\d /, ""));
      }
    } finally {
      await index.close();
    }
  }, 60_000);
});
