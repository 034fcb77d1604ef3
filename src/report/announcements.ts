import type { Discovery } from "../distribution/discover.ts";
import type { Finding } from "../distribution/finding.ts";
import type { Log } from "../ports.ts";
import { eventWarning } from "../publish/advice.ts";
import { humanSize } from "../quantity.ts";
import { quote } from "../quote.ts";
import { warningTexts } from "./annotations.ts";

/** A crafted file can have a hundred thousand; nobody reads more than these. */
const WARNINGS_SHOWN = 200;

/** Warnings about distributions; the same about many of them once. */
export function sayWarnings(warnings: readonly Finding[], log: Log): void {
  const texts = warningTexts(warnings);
  for (const warning of texts.slice(0, WARNINGS_SHOWN)) {
    log.warning(warning);
  }
  if (texts.length > WARNINGS_SHOWN) {
    log.warning(
      `There are ${texts.length - WARNINGS_SHOWN} more warnings about the distributions, which are not shown.`,
    );
  }
}

/** What should be changed in the workflow, although the run goes on. */
export function sayWhatIsOdd(
  warnings: readonly string[],
  event: { readonly eventName: string; readonly fromFork: boolean },
  log: Log,
): void {
  const aboutEvent = eventWarning(event);
  for (const warning of aboutEvent === undefined ? warnings : [...warnings, aboutEvent]) {
    log.warning(warning);
  }
}

/** Which files are to be published, and which are left alone. */
export function sayWhatWasFound({ candidates, foreign, warnings }: Discovery, indexName: string, log: Log): void {
  for (const warning of warnings) {
    log.warning(warning);
  }
  if (foreign.length > 0) {
    log.group(
      `${foreign.length} ${foreign.length === 1 ? "file is" : "files are"} no distribution`,
      foreign.map(({ path, reason }) => `${quote(path, 255)}: ${reason}`),
    );
  }
  const bytes = candidates.reduce((sum, { size }) => sum + size, 0);
  log.group(
    `${candidates.length} ${candidates.length === 1 ? "distribution" : "distributions"} (${humanSize(bytes)}) to publish to ${indexName}`,
    candidates.map(({ filename, size }) => `${filename} (${humanSize(size)})`),
  );
}
