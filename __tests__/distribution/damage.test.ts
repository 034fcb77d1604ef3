import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { readDistributions } from "../../src/distribution/read-distributions.ts";
import { type BuiltArchive, buildSdist, buildWheel } from "../builders/archives.ts";
import { useWorkspace } from "./workspace.ts";

const workspace = useWorkspace();
const ROUNDS = 300;

/** The same sequence in every run: a failure can be repeated. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

function cut(content: Buffer, next: (below: number) => number): Buffer {
  return content.subarray(0, next(content.length));
}

function flip(content: Buffer, next: (below: number) => number): Buffer {
  const changed = Buffer.from(content);
  for (let count = next(4); count >= 0; count -= 1) {
    changed[next(changed.length)] = next(256);
  }
  return changed;
}

function splice(content: Buffer, next: (below: number) => number): Buffer {
  const at = next(content.length);
  const foreign = Buffer.from(Array.from({ length: next(40) }, () => next(256)));
  return Buffer.concat([content.subarray(0, at), foreign, content.subarray(at + next(20))]);
}

function openFiles(): number {
  return existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0;
}

describe("damaged archives", () => {
  const archives: [string, BuiltArchive][] = [
    ["wheels", buildWheel({ description: "A description.\n".repeat(20) })],
    ["source distributions", buildSdist({ description: "A description.\n".repeat(20) })],
  ];

  it.each(archives)(
    "never crash, hang or leak: %s",
    async (_, archive) => {
      const next = numbers(7);
      await readDistributions([await workspace().candidate(archive)]);
      const before = openFiles();
      let errors = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const damage of [cut, flip, splice]) {
          const candidate = await workspace().candidate(archive, { content: damage(archive.content, next) });
          const { distributions, findings } = await readDistributions([candidate]);
          const refused = findings.filter(({ severity }) => severity === "error");
          expect(distributions.length + refused.length).toBe(1);
          expect(refused.every(({ message, remedy }) => message.includes(archive.filename) && remedy !== "")).toBe(
            true,
          );
          errors += refused.length;
        }
      }
      expect(errors).toBeGreaterThan(ROUNDS);
      expect(openFiles()).toBeLessThanOrEqual(before);
    },
    60_000,
  );
});
