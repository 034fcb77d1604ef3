import type { Connections } from "../http/connections.ts";
import type { PublishInputs } from "../inputs.ts";
import type { Ledger } from "../publish/ledger.ts";
import type { Rehearsed } from "../publish/rehearse.ts";
import type { StageTimes } from "../report/stage-times.ts";
import type { RunnerLog } from "../runner/log.ts";
import type { WorkflowContext } from "../runner/workflow-context.ts";

/** What a run has, and what it has found out so far: the report is made of it, wherever the run ends. */
export interface Run {
  readonly context: WorkflowContext;
  readonly log: RunnerLog;
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
  readonly endAfter: (ms: number) => void;
  readonly stages: StageTimes;
  connections?: Connections;
  inputs?: PublishInputs;
  /** Where the attestations made in this run are kept. */
  attestationsFolder?: string | undefined;
  /** Commands that install what was published, once the index lists it. */
  install?: readonly string[];
  /** What a dry run found out. */
  rehearsed?: Rehearsed;
}
