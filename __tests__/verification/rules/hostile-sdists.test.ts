import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { buildTar, paxHeader, type TarMember, writeField } from "../../builders/tar.ts";
import { judgedSdist, stand } from "./judged.ts";

// The answers are those of the index's own code under Python 3.14, which these archives were given to; what is
// ambiguous it takes.
const EVIL = "Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n";
const PKG_INFO = "pkg-1.0/PKG-INFO";
const HEAD: readonly TarMember[] = [
  { name: "pkg-1.0/", type: "5" },
  { name: PKG_INFO, data: EVIL.replace("evil", "pkg") },
  { name: "pkg-1.0/pkg.py", data: "x = 1\n" },
];
const twin = (name: string): TarMember[] => [{ name, data: EVIL }];
const link = (type: string, name: string, linkName: string): TarMember => ({ type, name, linkName });
const file: TarMember = { name: "pkg-1.0/file", data: "abc" };
const next: TarMember = { name: "pkg-1.0/next", data: "abc" };
const global = (records: Readonly<Record<string, string>>): TarMember => ({ ...paxHeader(records), type: "g" });
const times = (count: number, member: TarMember): TarMember[] => Array.from({ length: count }, () => member);
const up = "a/".repeat(150_000) + "../".repeat(150_000);

function tarGz(members: readonly TarMember[]): Buffer {
  return gzipSync(buildTar([...HEAD, ...members]));
}

describe("a hostile source distribution", () => {
  it.each<[string, readonly TarMember[], string]>([
    // What an installer unpacks is another PKG-INFO than the one that was read (S-09).
    ["PKG-INFO twice", twin(PKG_INFO), "S-09 ambiguous"],
    ["PKG-INFO as ./", twin("pkg-1.0/./PKG-INFO"), "S-09 ambiguous"],
    ["PKG-INFO by two slashes", twin("pkg-1.0//PKG-INFO"), "S-09 ambiguous"],
    ["PKG-INFO by ..", twin("pkg-1.0/x/../PKG-INFO"), "S-09 ambiguous"],
    ["PKG-INFO in other letters", twin("pkg-1.0/Pkg-Info"), "S-09 ambiguous"],
    ["PKG-INFO by a pax path", [paxHeader({ path: PKG_INFO }), ...twin("x")], "S-09 ambiguous"],
    ["PKG-INFO by a long name", [{ name: "x", type: "L", data: `${PKG_INFO}\0` }, ...twin("x")], "S-09 ambiguous"],
    ["a link in place of PKG-INFO", [link("2", PKG_INFO, "pkg.py")], "S-09 ambiguous"],
    ["PKG-INFO through a link", [link("2", "pkg-1.0/l", "."), ...twin("pkg-1.0/l/PKG-INFO")], "S-09 ambiguous"],
    ["PKG-INFO over a link to it", [link("1", "pkg-1.0/l", PKG_INFO), ...twin("pkg-1.0/l")], "S-09 ambiguous"],
    ["PKG-INFO of another folder", twin("pkg-1.0/pkg.egg-info/PKG-INFO"), "accept"],
    ["links beside files", [link("2", "pkg-1.0/l", "pkg.py"), link("1", "pkg-1.0/m", PKG_INFO), file], "accept"],
    // Sizes, as Python's int() reads them, and where they count (S-03).
    ["a pax size with a sign", [paxHeader({ size: "+3" }), { ...file, declaredSize: 512 }, next], "accept"],
    ["a pax size with space and underscore", [paxHeader({ size: " 0_3" }), { ...file, declaredSize: 512 }], "accept"],
    ["a pax size below 0", [paxHeader({ size: "-5" }), file], "S-03 reject"],
    ["a pax size beyond all files", [paxHeader({ size: "9".repeat(20) }), file], "S-03 reject"],
    ["a pax size that hides members", [paxHeader({ size: "x" }), file, next], "S-09 ambiguous"],
    ["a global size", [global({ size: "2048" }), file, next], "S-09 ambiguous"],
    ["a global path", [global({ path: PKG_INFO }), file], "S-09 ambiguous"],
    ["a global comment, as git writes it", [global({ comment: "0".repeat(40) }), file], "accept"],
    // Long names and pax headers without end.
    ["three hundred pax headers", [...times(300, paxHeader({ a: "b" })), file], "accept"],
    ["more of them than Python gets through", [...times(330, paxHeader({ a: "b" })), file], "S-03 server-error"],
    ["more global ones", [...times(400, global({ a: "b" })), file], "S-03 server-error"],
    ["a name of 2 MiB", [{ name: "x", type: "L", data: "a".repeat(2 * 1024 * 1024) }, file], "S-09 ambiguous"],
    ["a link that leads up 150,000 times", [paxHeader({ linkpath: up }), link("2", "pkg-1.0/l", "x")], "accept"],
    ["a name that leads up 150,000 times", [paxHeader({ path: `pkg-1.0/${up}f` }), file], "accept"],
    ["a hidden file that is no module", [{ name: "pkg-1.0/.py", data: "__pyarmor_bcc__" }], "accept"],
  ])("%s", async (_case, members, expected) => {
    const before = performance.now();
    expect(stand(await judgedSdist(tarGz(members)))).toBe(expected);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it("has members behind its end mark", async () => {
    const [end, more] = [buildTar(HEAD), buildTar(twin(PKG_INFO))];
    expect(stand(await judgedSdist(gzipSync(Buffer.concat([end, more]))))).toBe("S-09 ambiguous");
    expect(stand(await judgedSdist(Buffer.concat([gzipSync(end), gzipSync(more)])))).toBe("S-09 ambiguous");
    expect(stand(await judgedSdist(gzipSync(Buffer.concat([end, Buffer.alloc(9_000)]))))).toBe("accept");
  });

  it.each<[string, number, Buffer]>([
    ["a device number that is none", 329, Buffer.from("8")],
    ["an owner that is none", 108, Buffer.from("x")],
    ["a negative size", 124, Buffer.alloc(12, 0xff)],
  ])("has a member that Python takes for the end and other tools do not, by %s", async (_case, at, field) => {
    const bytes = buildTar([...HEAD, file, ...twin(PKG_INFO)]);
    writeField(bytes, bytes.indexOf("pkg-1.0/file"), at, field);
    expect(stand(await judgedSdist(gzipSync(bytes)))).toBe("S-09 ambiguous");
  });

  it("has a malformed pax header, which Python takes for the end and other tools pass over", async () => {
    const members = [{ name: "x", type: "x", data: "7a=b\n" }, ...twin(PKG_INFO)];
    expect(stand(await judgedSdist(tarGz(members)))).toBe("S-09 ambiguous");
  });

  it("goes on behind zeros between two gzip streams, where Python reads on and gzip does not", async () => {
    const bytes = buildTar([...HEAD, file]);
    const [first, second] = [bytes.subarray(0, 2560), bytes.subarray(2560)].map((half) => gzipSync(half));
    const parts = [first ?? Buffer.alloc(0), second ?? Buffer.alloc(0)] as const;
    expect(stand(await judgedSdist(Buffer.concat(parts)))).toBe("accept");
    expect(stand(await judgedSdist(Buffer.concat([parts[0], Buffer.alloc(9), parts[1]])))).toBe("S-09 ambiguous");
  });

  it("has a gzip header as long as it may be", async () => {
    const plain = gzipSync(buildTar(HEAD));
    const header = Buffer.concat([plain.subarray(0, 10), Buffer.alloc(60_000, "n"), Buffer.alloc(1)]);
    header.writeUInt8(0x08, 3);
    expect(stand(await judgedSdist(Buffer.concat([header, plain.subarray(10)])))).toBe("accept");
  });

  it("ends inside the padding of a pax header that is malformed", async () => {
    const whole = buildTar([...HEAD, { name: "x", type: "x", data: "0 \n" }]);
    const cut = whole.subarray(0, whole.indexOf("0 \n", 0, "latin1") + 200);
    expect(stand(await judgedSdist(gzipSync(cut).subarray(0, -9)))).toBe("S-03 reject");
  });

  it("hides what follows a link of negative size", async () => {
    const bytes = buildTar([...HEAD, link("1", "pkg-1.0/l", "pkg-1.0/pkg.py"), ...twin(PKG_INFO)]);
    writeField(bytes, bytes.indexOf("pkg-1.0/l\0"), 124, Buffer.alloc(12, 0xff));
    expect(stand(await judgedSdist(gzipSync(bytes)))).toBe("S-09 ambiguous");
  });

  it("states numbers in white space that Python knows", async () => {
    const bytes = buildTar([...HEAD, file, ...twin(PKG_INFO)]);
    const header = bytes.indexOf("pkg-1.0/file");
    for (const [owner, expected] of [
      ["\x1c1\0", "S-09 ambiguous"],
      // No number: Python stops here, others go on.
      ["\xa01\0", "S-09 ambiguous"],
    ] as const) {
      writeField(bytes, header, 108, Buffer.from(owner, "latin1"));
      expect(stand(await judgedSdist(gzipSync(bytes)))).toBe(expected);
    }
  });
});
