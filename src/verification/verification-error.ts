import type { Finding } from "../distribution/finding.ts";
import { type ErrorCode, PublishError } from "../errors.ts";

const SHOWN_IN_MESSAGE = 50;
const REMEDY = "Nothing was uploaded. Correct what is listed, build again, and publish all distributions together.";

/** Distributions that must not be published; `findings` holds every error of all files. */
export class VerificationError extends PublishError {
  override readonly name = "VerificationError";
  readonly findings: readonly Finding[];

  /**
   * @param findings at least one
   * @param remedy what to do about several of them
   */
  constructor(findings: readonly Finding[], code: ErrorCode = "distribution-invalid", remedy = REMEDY) {
    super(code, summary(findings), { remedy: findings.length === 1 ? (findings[0]?.remedy ?? "") : remedy });
    this.findings = findings;
  }
}

function summary(findings: readonly Finding[]): string {
  const [first] = findings;
  if (findings.length === 1 && first !== undefined) {
    return withRule(first);
  }
  const files = new Set(findings.map(({ filename }) => filename)).size;
  const lines = findings.slice(0, SHOWN_IN_MESSAGE).map((finding) => `- ${withRule(finding)} ${finding.remedy}`);
  const more = findings.length > SHOWN_IN_MESSAGE ? [`- and ${findings.length - SHOWN_IN_MESSAGE} more`] : [];
  const count = `${findings.length} faults in ${files} ${files === 1 ? "distribution" : "distributions"}`;
  return [`${count}:`, ...lines, ...more].join("\n");
}

/** The finding with the rule it breaks, which names it for everyone who looks it up. */
export function withRule({ message, rule }: Finding): string {
  return rule === undefined ? message : `${message} (${rule})`;
}
