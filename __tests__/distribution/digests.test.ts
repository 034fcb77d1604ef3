import { createHash } from "node:crypto";
import { appendFile, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { computeDigests, hashAhead, type JudgedFile } from "../../src/distribution/digests.ts";
import { digestFile } from "../../src/distribution/file-digests.ts";
import { useWorkspace } from "./workspace.ts";

const workspace = useWorkspace();

async function place(content: Uint8Array): Promise<string> {
  await workspace().put({ "file.whl": content });
  return join(workspace().path, "file.whl");
}

async function judged(path: string): Promise<JudgedFile> {
  const { size, mtimeMs } = await stat(path);
  return { path, size, modifiedMs: mtimeMs };
}

describe("computeDigests", () => {
  // BLAKE2b-256 by `b2sum -l 256`.
  it.each([
    ["nothing", Buffer.alloc(0), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"],
    ["three bytes", Buffer.from("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"],
  ])("knows the digests of %s", async (_, content, blake2b256) => {
    const path = await place(content);
    const expected = { sha256: createHash("sha256").update(content).digest("hex"), blake2b256, size: content.length };
    expect(await computeDigests(await judged(path))).toMatchObject(expected);
    const md5 = createHash("md5").update(content).digest("hex");
    expect(await computeDigests(await judged(path), { md5: true })).toMatchObject({ ...expected, md5 });
  });

  it.each([1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 20 * 1024 * 1024 + 7])(
    "reads all of %d bytes",
    async (size) => {
      const content = Buffer.alloc(size, "0123456789");
      const { sha256, size: read } = await computeDigests(await judged(await place(content)));
      expect([sha256, read]).toEqual([createHash("sha256").update(content).digest("hex"), size]);
    },
  );

  it("computes several files at the same time", async () => {
    const contents = Array.from({ length: 8 }, (_, index) => Buffer.alloc(3_000_000, index));
    await workspace().put(Object.fromEntries(contents.map((content, index) => [`${index}`, content])));
    const digests = await Promise.all(
      contents.map(async (_, index) => computeDigests(await judged(join(workspace().path, `${index}`)))),
    );
    expect(digests.map(({ sha256 }) => sha256)).toEqual(
      contents.map((content) => createHash("sha256").update(content).digest("hex")),
    );
    expect(new Set(digests.map(({ blake2b256 }) => blake2b256)).size).toBe(8);
  });

  it.each<[string, (path: string, round: number) => Promise<void>]>([
    ["grows", (path) => appendFile(path, "more")],
    ["is touched", (path, round) => utimes(path, round, round)],
  ])("notices that the file %s while it is read", async (_, change) => {
    const path = await place(Buffer.alloc(64 * 1024 * 1024, 1));
    let settled = false;
    const digests = computeDigests(await judged(path)).finally(() => {
      settled = true;
    });
    const refused = expect(digests).rejects.toMatchObject({
      code: "distribution-invalid",
      filename: "file.whl",
      message: '"file.whl" was changed after it was checked.',
    });
    for (let round = 1; !settled; round += 1) {
      await change(path, round);
    }
    await refused;
  });

  it("notices that a file was written to and has its size again, whoever read what", async () => {
    const path = await place(Buffer.alloc(256 * 1024 * 1024, 1));
    const digests = digestFile(await judged(path), {});
    await pause(20);
    await utimes(path, 1, 1);
    expect(await digests).toBe("changed");
  });

  it.each<[string, Partial<JudgedFile>]>([
    ["another size", { size: 2 }],
    ["been written since", { modifiedMs: 1 }],
  ])("refuses a file that has %s than the one that was judged", async (_, difference) => {
    const file = { ...(await judged(await place(Buffer.from("x")))), ...difference };
    await expect(computeDigests(file)).rejects.toMatchObject({
      message: '"file.whl" was changed after it was checked.',
    });
  });

  it("ends when the run is cancelled", async () => {
    const file = await judged(await place(Buffer.alloc(8 * 1024 * 1024)));
    const cancelled = AbortSignal.abort(new Error("cancelled"));
    await expect(computeDigests(file, { signal: cancelled })).rejects.toThrow("cancelled");
  });

  it("reads a file once for all who ask", async () => {
    const file = await judged(await place(Buffer.alloc(9 * 1024 * 1024)));
    hashAhead([file], {});
    const [first, second] = [computeDigests(file), computeDigests({ ...file })];
    expect(first).toBe(second);
    expect((await first).stamp).toMatchObject({ size: 9437184n });
  });

  it("says that a file is not there", async () => {
    const path = await place(Buffer.from("x"));
    await expect(computeDigests({ path: `${path}x`, size: 1, modifiedMs: 0 })).rejects.toMatchObject({
      code: "distribution-invalid",
      filename: "file.whlx",
      message: expect.stringContaining("ENOENT"),
      remedy: expect.stringContaining("a moment ago"),
    });
  });
});
