import { describe, expect, it } from "@jest/globals";
import { MAX_METADATA_BYTES } from "../../src/archive/limits.ts";
import { readZipMember } from "../../src/archive/zip.ts";
import { buildZip, type ZipFaults, type ZipMember } from "../builders/zip.ts";
import { useArchiveFiles } from "./archive-file.ts";

const place = useArchiveFiles();
const MEMBER = "pkg-1.0.dist-info/METADATA";
const TEXT = "Metadata-Version: 2.4\n";

async function read(member: Partial<ZipMember>, faults: ZipFaults = {}): ReturnType<typeof readZipMember> {
  const members = [
    { name: "pkg/__init__.py", data: "x = 1\n" },
    { name: MEMBER, data: TEXT, ...member },
  ];
  return readZipMember(await place("pkg.whl", buildZip(members, faults)), MEMBER);
}

describe("readZipMember", () => {
  it.each<[string, Partial<ZipMember>, ZipFaults]>([
    ["a deflated member", {}, {}],
    ["a stored member", { method: 0 }, {}],
    ["a member with a data descriptor", { dataDescriptor: true }, {}],
    ["a member with a comment", { comment: "made by hand" }, {}],
    ["an archive with a comment", {}, { comment: "made by hand" }],
    ["an archive behind other data", {}, { prefix: Buffer.from("#!/bin/sh\n") }],
    // What comes behind the end and what the end record counts is for W-11 and W-22 to judge.
    ["an archive with more behind its end", {}, { trailing: Buffer.from("x") }],
    ["an archive that counts too many members", {}, { entryCounts: [9, 9] }],
  ])("reads %s", async (_, member, faults) => {
    const content = await read(member, faults);
    expect(content.member?.toString()).toBe(TEXT);
    expect(content.names).toEqual(["pkg/__init__.py", MEMBER]);
  });

  it("reads an empty member", async () => {
    expect((await read({ data: "" })).member).toHaveLength(0);
    expect((await read({ data: "", method: 0 })).member).toHaveLength(0);
  });

  it("says when there is no such member, and which there are", async () => {
    const path = await place("other.whl", buildZip([{ name: MEMBER.toLowerCase() }, { name: "größe/" }]));
    expect(await readZipMember(path, MEMBER)).toEqual({ names: [MEMBER.toLowerCase(), "größe/"], member: undefined });
  });

  it("does not mind member names that would be unsafe to extract", async () => {
    const names = ["/absolute", "../outside", "C:\\windows", "a\\b"];
    const path = await place("unsafe.whl", buildZip(names.map((name) => ({ name }))));
    expect((await readZipMember(path, MEMBER)).names).toEqual(names);
  });

  it("lists tens of thousands of members quickly", async () => {
    const members = Array.from({ length: 50_000 }, (_, index) => ({ name: `pkg/module_${index}.py`, method: 0 }));
    const path = await place("large.whl", buildZip([...members, { name: MEMBER, data: TEXT }]));
    const start = performance.now();
    const content = await readZipMember(path, MEMBER);
    expect(content.names).toHaveLength(50_001);
    expect(content.member?.toString()).toBe(TEXT);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe("readZipMember: damaged archives", () => {
  it.each<[string, Partial<ZipMember>, ZipFaults, string]>([
    ["encrypted", { flags: 1 }, {}, "has an encrypted"],
    ["compressed by bzip2", { method: 12 }, {}, "compressed by method 12"],
    ["listed twice", { listedTwice: true }, {}, "twice"],
    ["without its data", { centralOnly: true }, {}, "where its directory says"],
    ["with a wrong checksum", { crc: 1 }, {}, "size or checksum differ"],
    ["declared larger than it is", { declaredSize: 1000 }, {}, "size or checksum differ"],
    ["declared smaller than it is", { declaredSize: 3 }, {}, "size or checksum differ"],
    ["declared smaller, and stored", { declaredSize: 3, method: 0 }, {}, "size or checksum differ"],
    ["a bomb", { data: Buffer.alloc(64 * 1024 * 1024) }, {}, "of more than 16777216 bytes"],
    ["a bomb that lies", { data: Buffer.alloc(64 * 1024 * 1024), declaredSize: 10 }, {}, "size or checksum differ"],
    ["declared beyond the cap", { declaredSize: MAX_METADATA_BYTES + 1 }, {}, "of more than 16777216 bytes"],
  ])("a member %s is an error", async (_, member, faults, problem) => {
    await expect(read(member, faults)).rejects.toMatchObject({
      code: "distribution-invalid",
      filename: "pkg.whl",
      message: expect.stringMatching(/^"pkg\.whl" .*\.$/s),
      remedy: expect.stringContaining("Build the distribution again"),
    });
    await expect(read(member, faults)).rejects.toThrow(problem);
  });

  it("refuses a member whose name differs in front of its data", async () => {
    const bytes = buildZip([{ name: MEMBER, data: TEXT }]);
    bytes.write("q", 30);
    const path = await place("renamed.whl", bytes);
    await expect(readZipMember(path, MEMBER)).rejects.toThrow("or has it there by another name");
  });

  it.each([
    ["text", Buffer.from("This is not a wheel.")],
    ["one byte", Buffer.from("P")],
    ["zeros", Buffer.alloc(100_000)],
  ])("refuses %s and keeps the cause", async (_, bytes) => {
    const path = await place("text.whl", bytes);
    await expect(readZipMember(path, MEMBER)).rejects.toMatchObject({
      message: expect.stringContaining('"text.whl" is not a readable zip archive'),
      cause: expect.any(Error),
    });
  });

  it("says that a file or folder cannot be read", async () => {
    const path = await place("a.whl", Buffer.from("x"));
    await expect(readZipMember(`${path}x`, MEMBER)).rejects.toThrow(/^"a\.whlx" cannot be read: .*ENOENT/);
  });
});
