import { type ByteSource, bufferSource, openFileSource } from "../../src/archive/byte-source.ts";
import { readMemberFrom } from "../../src/archive/zip.ts";
import type { ArchiveJudgement } from "../../src/verification/rules/archive-judgement.ts";
import { judgeSdist } from "../../src/verification/rules/sdist.ts";
import { judgeWheel } from "../../src/verification/rules/wheel.ts";
import type { Violation } from "../../src/verification/violation.ts";
import type { Content } from "./content.ts";
import { seeUrl } from "./refusal.ts";
import { refuseFirst } from "./violation-refusal.ts";

/** Groups S and W of the rules, judged of an upload as the action judges them of a file. */
export function judgeArchive(
  filename: string,
  content: Content,
  licenseFiles: readonly string[],
): Promise<ArchiveJudgement> {
  const judge = filename.endsWith(".whl") ? judgeWheel : judgeSdist;
  return withSource(content, (source) => judge({ source, filename, licenseFiles }));
}

/** Refuses what the index refuses or fails on, with the end that some of its texts have. */
export function refuseArchive(violations: readonly Violation[]): void {
  refuseFirst(violations, ({ text = "" }) =>
    / archive not accepted: |-encrypted content /.test(text) ? seeUrl("https://docs.pypi.org/archives") : "",
  );
}

/** METADATA of a wheel that has passed. */
export async function wheelMetadata(filename: string, content: Content): Promise<Buffer | undefined> {
  const [name = "", version = ""] = filename.split("-");
  const path = `${name}-${version}.dist-info/METADATA`;
  return (await withSource(content, (source) => readMemberFrom(source, filename, path))).member;
}

async function withSource<Result>(content: Content, use: (source: ByteSource) => Promise<Result>): Promise<Result> {
  if (content.path === undefined) {
    return use(bufferSource(content.bytes()));
  }
  const file = await openFileSource(content.path);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}
