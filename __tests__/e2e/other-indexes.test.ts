import { describe, expect, it } from "@jest/globals";
import type { IndexKind } from "../../emulator/other-indexes/index-kind.ts";
import { OTHER_INDEXES } from "../../emulator/other-indexes/index-kinds.ts";
import { type OtherIndex, startOtherIndex } from "../../emulator/other-indexes/other-index.ts";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { errors, failure, type Publishing, Scenario, warnings } from "./harness.ts";

const wheel = buildWheel({ metadataVersion: "2.1" });
const changed = buildWheel({ metadataVersion: "2.1", files: { "sample_project/more.py": "more = 1\n" } });
const sdist = buildSdist({ metadataVersion: "2.1" });

interface Trial {
  readonly index: OtherIndex;
  publish(inputs?: Publishing["inputs"]): ReturnType<Scenario["run"]>;
  change(): void;
}

/** The release published once to an index of this kind, and a way to publish again. */
async function published(kind: IndexKind, go: (trial: Trial) => Promise<void>): Promise<void> {
  const index = await startOtherIndex(kind);
  const scenario = await Scenario.start();
  try {
    scenario.put(wheel, sdist);
    const { user, password, uploadUrl } = index;
    const publish: Trial["publish"] = (inputs) =>
      scenario.run({ inputs: { user, password, "repository-url": uploadUrl, "wait-for-index": "0", ...inputs } });
    const first = await publish();
    expect(errors(first)).toEqual([]);
    expect([...index.files.keys()].sort()).toEqual([wheel.filename, sdist.filename].sort());
    await go({ index, publish, change: () => scenario.put(changed) });
  } finally {
    await scenario.close();
    await index.close();
  }
}

function statuses(outputs: ReadonlyMap<string, string>): string[] {
  const files: { status: string }[] = JSON.parse(outputs.get("distributions") ?? "");
  return files.map(({ status }) => status);
}

/** Runs the action: the same again, then changed content; without check-url, with skip-existing, with check-url. */
describe.each(OTHER_INDEXES.filter(({ taken }) => taken !== undefined))("$name", (kind) => {
  it("finishes a release that is run again, and keeps what it has when content has changed", () =>
    published(kind, async ({ index, publish, change }) => {
      const again = await publish();
      expect(errors(again)).toEqual([]);
      expect(statuses(again.outputs)).toEqual(["already-present", "already-present"]);
      change();
      expect(failure(await publish(), "file-name-used")).toContain(wheel.filename);
      const skipped = await publish({ "skip-existing": "true" });
      expect(errors(skipped)).toEqual([]);
      expect(statuses(skipped.outputs)).toEqual(["passed-over", "already-present"]);
      expect(warnings(skipped).join()).toContain("passed over");
      const text = failure(await publish({ "check-url": index.simpleUrl }), "file-name-used");
      expect(text).toContain(`there ${wheel.sha256}, here ${changed.sha256}`);
      expect(index.files.get(wheel.filename)?.sha256).toBe(wheel.sha256);
    }));
});

describe.each(OTHER_INDEXES.filter(({ taken }) => taken === undefined))("$name, which overwrites silently", (kind) => {
  it("is kept from it by check-url", () =>
    published(kind, async ({ index, publish, change }) => {
      change();
      const text = failure(await publish({ "check-url": index.simpleUrl }), "file-name-used");
      expect(text).toContain(`there ${wheel.sha256}, here ${changed.sha256}`);
      expect(index.files.get(wheel.filename)?.sha256).toBe(wheel.sha256);
    }));
});

describe.each(OTHER_INDEXES.slice(0, 1))("an index of any kind", (kind) => {
  it.each([400, 403])(
    "that answers %i with words of its own has its refusal reported, skip-existing or not",
    (status) =>
      published(kind, async ({ index, publish, change }) => {
        change();
        index.faults.add({
          on: { method: "POST" },
          fault: { kind: "answer", status, headers: { "content-type": "text/plain" }, body: "quota exceeded" },
        });
        const result = await publish({ "skip-existing": "true" });
        expect(result.exitCode).toBe(1);
        expect(errors(result)[0]?.text).toContain("quota exceeded");
      }),
  );
});
