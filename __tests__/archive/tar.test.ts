import { describe, expect, it } from "@jest/globals";
import { TarParser } from "../../src/archive/tar.ts";
import { buildTar, paxHeader, type TarMember, writeField } from "../builders/tar.ts";

interface Seen {
  readonly name: string;
  readonly content: string;
}

function parse(bytes: Buffer, step = bytes.length): { parser: TarParser; seen: Seen[] } {
  const seen: Seen[] = [];
  const parser = new TarParser(({ name }) => {
    const chunks: Buffer[] = [];
    return {
      chunk: (chunk) => chunks.push(Buffer.from(chunk)),
      end: () => seen.push({ name, content: Buffer.concat(chunks).toString() }),
    };
  });
  for (let at = 0; at < bytes.length; at += step) {
    parser.push(bytes.subarray(at, at + step));
  }
  return { parser, seen };
}

const long = `${"deep/".repeat(60)}file`;
const MEMBERS: TarMember[] = [
  { name: "p/", type: "5" },
  { name: "p/a", data: "x".repeat(1500) },
  { name: "p/empty" },
  { name: long, data: "long" },
  { name: "p/link", type: "2", linkName: "a", declaredSize: 700 },
  { name: "p/größe", data: "é" },
];

describe("TarParser", () => {
  it.each([1, 7, 511, 512, 513, 1000, 100_000])("reads an archive in steps of %i bytes", (step) => {
    const { parser, seen } = parse(buildTar(MEMBERS), step);
    expect(seen).toEqual([
      { name: "p", content: "" },
      { name: "p/a", content: "x".repeat(1500) },
      { name: "p/empty", content: "" },
      { name: long, content: "long" },
      { name: "p/link", content: "" },
      { name: "p/größe", content: "é" },
    ]);
    expect(parser).toMatchObject({ done: true, recognized: true, damaged: false, cut: false, endedByGarbage: false });
  });

  it("takes GNU long names and old numbers in binary", () => {
    const bytes = buildTar([
      { name: "././@LongLink", type: "L", data: `${long}\u0000` },
      { name: "short", data: "abc" },
    ]);
    const size = Buffer.alloc(12);
    size.writeUInt8(0x80, 0);
    size.writeUInt8(3, 11);
    writeField(bytes, 1024, 124, size);
    expect(parse(bytes).seen).toEqual([{ name: long, content: "abc" }]);
  });

  it.each([
    ["a time before 1970, in binary as GNU tar writes it", 136, Buffer.alloc(12, 0xff)],
    ["a negative owner", 108, Buffer.from("-2\0\0\0\0\0\0")],
    ["a size as Python's int() takes it", 124, Buffer.from(" 0o0_3\0".padEnd(12, "\0"))],
  ])("takes %s", (_, at, field) => {
    const bytes = buildTar([{ name: "a", data: "abc" }]);
    writeField(bytes, 0, at, field);
    expect(parse(bytes).seen).toEqual([{ name: "a", content: "abc" }]);
  });

  it("takes no negative size", () => {
    const bytes = buildTar([{ name: "a", data: "abc" }]);
    writeField(bytes, 0, 124, Buffer.from("-3\0".padEnd(12, "\0")));
    expect(parse(bytes).parser).toMatchObject({ done: true, recognized: false });
  });

  it("lets pax records say name and size", () => {
    const bytes = buildTar([paxHeader({ path: "other/", size: "2" }), { name: "a", data: "abc" }]);
    expect(parse(bytes).seen).toEqual([{ name: "other", content: "ab" }]);
  });

  it.each([
    [
      "malformed pax records",
      buildTar([{ name: "a" }, { name: "x", type: "x", data: "99 path=b\n" }, { name: "b" }]),
      { done: true, endedByGarbage: true },
    ],
    [
      "an announced member that is missing",
      buildTar([{ name: "a" }, paxHeader({ path: "b" })]),
      { done: true, damaged: true },
    ],
    [
      "an announcement without end",
      buildTar([{ name: "a" }, { name: "x", type: "x", declaredSize: 2 ** 30 }]),
      { tooLarge: true },
    ],
    [
      "an end inside a member",
      buildTar([{ name: "a", data: "x".repeat(600) }]).subarray(0, 1100),
      { done: false, cut: true },
    ],
    ["an end behind a member", buildTar([{ name: "a", data: "x" }]).subarray(0, 1024), { done: false, cut: false }],
    ["an end inside a header", buildTar([{ name: "a" }, { name: "b" }]).subarray(0, 700), { done: false, cut: false }],
    ["no header at all", Buffer.alloc(1024, 7), { done: true, recognized: false }],
    ["zeros", Buffer.alloc(1024), { done: true, recognized: true }],
  ])("tells %s", (_, bytes, expected) => {
    expect(parse(bytes).parser).toMatchObject(expected);
  });

  it.each([
    ["a name", [paxHeader({ path: `a${"/".repeat(300_000)}b` }), { name: "x" }]],
    [
      "the name of a folder",
      [
        { name: "L", type: "L", data: `a${"/".repeat(300_000)}b` },
        { name: "x", type: "5" },
      ],
    ],
  ])("takes no time to speak of for slashes within %s", (_, members) => {
    const start = performance.now();
    expect(parse(buildTar(members)).parser).toMatchObject({ recognized: true, damaged: false });
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it("takes no time to speak of for many global records before many members", () => {
    const records = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`vendor.${n}`, "x"]));
    const members = Array.from({ length: 20_000 }, (_, n) => ({ name: `pkg-1/${n}` }));
    const start = performance.now();
    const { parser } = parse(buildTar([{ ...paxHeader(records), type: "g" }, ...members]));
    expect(parser).toMatchObject({ recognized: true, damaged: false });
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
