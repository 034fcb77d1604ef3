import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { inputDefaults } from "../../../emulator/runner/action-inputs.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "action-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(content: string): Promise<string> {
  const path = join(folder, "action.yml");
  await writeFile(path, content);
  return path;
}

describe("the inputs of an action file", () => {
  it("have their defaults, empty where none is given, and outputs are none of them", async () => {
    const path = await write(
      'name: x\ninputs:\n  user:\n    default: __token__\n  some-flag:\n    description: a\n    default: "false"\n' +
        "  bare:\n    description: b\noutputs:\n  version:\n    description: c\nruns:\n  using: node24\n",
    );
    expect([...(await inputDefaults(path))]).toEqual([
      ["user", "__token__"],
      ["some-flag", "false"],
      ["bare", ""],
    ]);
  });

  it("are missed when there are none", async () => {
    await expect(inputDefaults(await write("runs:\n  using: node24\n"))).rejects.toThrow(/declares no inputs/);
  });
});
