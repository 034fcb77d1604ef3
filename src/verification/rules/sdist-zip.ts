import { memberViolations } from "./archive-damage.ts";
import { framingViolations } from "./archive-framing.ts";
import type { ArchiveJudgement, ArchiveToJudge } from "./archive-judgement.ts";
import { readMembers } from "./archive-members.ts";
import { openZip } from "./archive-zip.ts";
import { isModule } from "./code-scan.ts";
import { judgeTree, licenseViolations } from "./sdist-tree.ts";

/** A source archive in `.zip`. None passes (F-08), but the index looks inside before it says so. */
export async function judgeZipSdist(sdist: ArchiveToJudge): Promise<ArchiveJudgement> {
  const { zip, violations } = await openZip(sdist.source);
  if (zip === undefined) {
    return { archive: violations, content: [] };
  }
  const names = new Set(zip.entries.map(({ name }) => name));
  const tree = judgeTree(names);
  const members = (await readMembers(zip, () => undefined)) ?? [];
  const read = members.filter(({ entry }) => isModule(entry.name));
  return {
    archive: [
      ...violations,
      ...tree.violations,
      ...memberViolations(read, "archive-stage"),
      ...(await framingViolations(zip)),
    ],
    content: tree.root === undefined ? [] : licenseViolations(sdist, tree.root, names),
  };
}
