import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../../emulator/index/index-server.ts";
import { isDistributionName } from "../../../src/distribution/file-kind.ts";
import { readDistributions } from "../../../src/distribution/read-distributions.ts";
import { VerificationError, withRule } from "../../../src/verification/verification-error.ts";
import { verifyRelease } from "../../../src/verification/verify-release.ts";
import type { BuiltArchive } from "../../builders/archives.ts";
import type { FieldChanges } from "../../builders/upload-form.ts";
import { useWorkspace } from "../../distribution/workspace.ts";
import { NO_ISSUER, upload } from "../../emulator/uploader.ts";
import { ACCEPT, type Case } from "./case.ts";
import { FILENAME_CASES } from "./filename-cases.ts";
import { METADATA_CASES } from "./metadata-cases.ts";
import { RELEASE_CASES } from "./release-cases.ts";
import { SDIST_CASES } from "./sdist-cases.ts";
import { WHEEL_CASES } from "./wheel-cases.ts";

const CASES = [...FILENAME_CASES, ...METADATA_CASES, ...SDIST_CASES, ...WHEEL_CASES, ...RELEASE_CASES];

/** Cases of the groups F, M, S and W that are no files this action would upload. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "F-c04": "the type follows from the extension; see the tests of file names",
  "F-c05": "the type follows from the extension; see the tests of file names",
  "M-c62": "marks that only the server sets, and nothing it refuses",
  "W-c09": "a switch of the server: the scan is on wherever it can be, so the verification looks always",
};

let index: EmulatedIndex;
beforeAll(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0, newProjectsPerHour: 10_000, reasonPhrases: false });
});
afterAll(() => index.close());

const workspace = useWorkspace();

/** What the verification says of all files, and the form of the last one, if it can be read. */
async function verified({
  archives,
}: Case): Promise<{ readonly errors: readonly string[]; readonly form?: FieldChanges }> {
  const foreign = archives.filter(({ filename }) => !isDistributionName(filename));
  if (foreign.length > 0) {
    return { errors: ["foreign"] };
  }
  const candidates = [];
  for (const archive of archives) {
    candidates.push(await workspace().candidate(archive));
  }
  const { distributions, findings } = await readDistributions(candidates);
  const last = distributions.find(({ filename }) => filename === archives.at(-1)?.filename);
  const form = last === undefined ? {} : { form: Object.fromEntries(last.metadata.fields) };
  try {
    await verifyRelease({ distributions, findings, strictness: "pypi" });
    return { errors: [], ...form };
  } catch (error) {
    if (error instanceof VerificationError) {
      expect(error.findings.every(({ message, remedy }) => message !== "" && remedy !== "")).toBe(true);
      return { errors: error.findings.map(withRule), ...form };
    }
    throw error;
  }
}

/** The index's answer to the last of the files, in the words of the rules. */
async function uploaded(archives: readonly BuiltArchive[], fields: FieldChanges): Promise<string> {
  index.state.projects.clear();
  let answer: unknown;
  for (const archive of archives) {
    const sha256 = createHash("sha256").update(archive.content).digest("hex");
    const changes = archive === archives.at(-1) ? fields : {};
    const { status, text } = await upload(index, { ...archive, sha256 }, { fields: changes });
    answer = status === 500 ? "500" : JSON.parse(text).code;
  }
  return answer === "200 OK" ? ACCEPT : String(answer).replace(/^400 /, "");
}

function title({ id, rule, what }: Case): string {
  return `${id} ${rule ?? "is taken"}: ${what}`;
}

describe("a file is taken by the index and passes the verification, or neither:", () => {
  it.each(CASES.map((each) => [title(each), each] as const))("%s", async (_title, each) => {
    const { errors, form } = await verified(each);
    const answer = await uploaded(each.archives, form ?? each.fields ?? {});
    expect(answer.slice(0, each.index.length)).toBe(each.index);
    if (each.index === ACCEPT) {
      expect(errors).toEqual([]);
    } else if (each.rule === "foreign") {
      expect(errors).toEqual(["foreign"]);
    } else {
      expect(errors).toContainEqual(expect.stringContaining(`(${each.rule})`));
    }
  });
});

describe("the cases of the catalogue", () => {
  it.each([
    ["F", 32],
    ["M", 63],
    ["S", 18],
    ["W", 56],
  ])("of group %s are all here, %i of them", (group, count) => {
    const wanted = Array.from({ length: count }, (_, at) => `${group}-c${String(at + 1).padStart(2, "0")}`);
    const known = new Set([...CASES.map(({ id }) => id), ...Object.keys(ELSEWHERE)]);
    expect(wanted.filter((id) => !known.has(id))).toEqual([]);
  });
});
