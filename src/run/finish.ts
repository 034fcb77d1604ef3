import { describeError } from "../errors.ts";
import type { PublishInputs } from "../inputs.ts";
import type { Log } from "../ports.ts";
import { advice } from "../publish/advice.ts";
import type { Rehearsed } from "../publish/rehearse.ts";
import { annotations } from "../report/annotations.ts";
import { outputsOf } from "../report/outputs.ts";
import { closingLine, makeReport } from "../report/report.ts";
import { summaryMarkdown } from "../report/summary.ts";
import { writeOutputs, writeSummary } from "../runner/outputs.ts";
import { readInput, type WorkflowContext } from "../runner/workflow-context.ts";
import type { Run } from "./run.ts";

/** Of a dry run that fails before anything can be tried. */
const NOTHING_REHEARSED: Rehearsed = { found: [], unchecked: [] };

/** Outputs, job summary, closing line and annotations. Gives the exit code of the action. */
export function writeReport(run: Run, failure: { readonly error: unknown } | undefined): 0 | 1 {
  const { context, log, ledger, inputs, stages } = run;
  const report = makeReport({
    results: ledger.results(),
    target: inputs?.target,
    failure,
    install: run.install ?? [],
    // Also where another input is wrong.
    dryRun: readInput("dry-run")?.trim().toLowerCase() === "true" ? (run.rehearsed ?? NOTHING_REHEARSED) : undefined,
    warnings: log.warnings,
    advice: inputs === undefined ? [] : adviceOn(inputs, context),
    stages: stages.stages(),
    seconds: stages.seconds,
    attestationsFolder: run.attestationsFolder,
  });
  attempt("outputs", log, () => writeOutputs(outputsOf(report)));
  attempt("job summary", log, () => writeSummary(context, summaryMarkdown(report)));
  if (report.failure === undefined) {
    log.info(closingLine(report));
    return 0;
  }
  for (const { title, text } of annotations(report.failure, report.results)) {
    log.failure(title, text);
  }
  return 1;
}

function adviceOn({ target, password, dryRun }: PublishInputs, context: WorkflowContext): readonly string[] {
  return advice({
    target,
    passwordGiven: !password.isEmpty,
    identityTokens: context.identityTokenUrl !== undefined,
    // A job that only tries the release may well build it.
    publishesFromCheckout: context.checkout && !dryRun,
  });
}

/** What is on the index is not undone by a runner whose files cannot be written; the log still says it all. */
function attempt(what: string, log: Log, write: () => void): void {
  try {
    write();
  } catch (error) {
    log.warning(`The ${what} could not be written: ${describeError(error)}`);
  }
}
