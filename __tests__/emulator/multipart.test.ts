import { describe, expect, it } from "@jest/globals";
import { type PartHeaders, readMultipart } from "../../emulator/http/multipart.ts";
import { buildMultipart, type MultipartPart } from "../builders/multipart.ts";

const PARTS: readonly MultipartPart[] = [
  { name: "a", value: "first" },
  { name: "b", value: "" },
  { name: "c", value: "\r\n----boundary-of-the-builders-4711x\r\n--\r\n" },
  { name: "d", value: Buffer.alloc(1000, "-") },
];

async function read(body: Buffer, step: number): Promise<[PartHeaders, string][]> {
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < body.length; at += step) {
      yield body.subarray(at, at + step);
    }
  }
  const parts: [PartHeaders, string][] = [];
  await readMultipart(chunks(), "----boundary-of-the-builders-4711", (headers) => {
    const received: Buffer[] = [];
    return {
      write: (chunk) => void received.push(Buffer.from(chunk)),
      end: () => void parts.push([headers, Buffer.concat(received).toString("latin1")]),
    };
  });
  return parts;
}

describe("the multipart reader", () => {
  const { body } = buildMultipart(PARTS);

  it.each([1, 2, 3, 7, 37, 64, 100_000])("reads the same parts from chunks of %i bytes", async (step) => {
    const parts = await read(body, step);
    expect(parts.map(([, value]) => value)).toEqual(PARTS.map(({ value }) => value.toString("latin1")));
    expect(parts.map(([headers]) => headers)).toEqual(
      PARTS.map(({ name }) => [["Content-Disposition", `form-data; name="${name}"`]]),
    );
  });

  it.each([4096, 4097, 5000, 6011, 8191, 9000])("finds the delimiter across large chunks of %i bytes", async (step) => {
    for (const size of [step * 2 - 120, step * 2 - 100, step * 2 - 80, step * 2 - 60, step * 3]) {
      const value = "\r\n----".repeat(Math.ceil(size / 6)).slice(0, size);
      const large = buildMultipart([
        { name: "content", value },
        { name: "after", value: "x" },
      ]);
      expect((await read(large.body, step)).map(([, text]) => text)).toEqual([value, "x"]);
    }
  });

  it("reads over a preamble and an epilogue, and parts without header", async () => {
    const dashes = "------boundary-of-the-builders-4711";
    const text = `before\r\n${dashes}\r\n\r\nbare\r\n${dashes}--\r\nafter ${dashes}`;
    expect(await read(Buffer.from(text), 5)).toEqual([[[], "bare"]]);
  });

  it("takes what has come when the end is missing", async () => {
    const open = buildMultipart(PARTS.slice(0, 1), { closed: false }).body;
    expect((await read(open, 9)).map(([, value]) => value)).toEqual(["first"]);
  });
});
