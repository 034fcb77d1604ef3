import { appendFileSync } from "node:fs";
import { setOutput } from "./commands.ts";
import type { WorkflowContext } from "./workflow-context.ts";

export function writeOutputs(outputs: ReadonlyMap<string, string>): void {
  for (const [name, value] of outputs) {
    setOutput(name, value);
  }
}

/** Nothing happens where the runner keeps no summaries (older GitHub Enterprise Server). */
export function writeSummary(context: WorkflowContext, markdown: string): void {
  if (context.summaryFile !== undefined) {
    appendFileSync(context.summaryFile, markdown);
  }
}
