import { setMaxListeners } from "node:events";
import { PublishError } from "../errors.ts";

/** What ends a run before its time. */
export interface Cancellation {
  /** Aborted with the PublishError that says why. */
  readonly signal: AbortSignal;
  /** Has the run end so many milliseconds after its beginning, unless another time is set later. */
  endAfter(ms: number): void;
  /** The run is over: what was begun ahead for it, and is under way still, is given up without a word. */
  end(): void;
}

/**
 * Aborted when the runner cancels the job: it sends SIGINT, some seconds later
 * SIGTERM, and then ends the process. The time between is for the report.
 */
export function cancellation(): Cancellation {
  const controller = new AbortController();
  // Every exchange under way listens to it.
  setMaxListeners(0, controller.signal);
  // On Windows the second of the two is CTRL_BREAK.
  for (const name of ["SIGINT", "SIGTERM", "SIGBREAK"] as const) {
    process.on(name, () => {
      controller.abort(
        new PublishError("cancelled", `The run was cancelled (${name}).`, {
          remedy: "Run the job again to finish the release.",
        }),
      );
    });
  }
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const endAfter = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(tooLong(ms)), Math.max(0, began + ms - performance.now()));
    // A run that is done does not wait for its deadline.
    timer.unref();
  };
  return { signal: controller.signal, endAfter, end: () => controller.abort() };
}

function tooLong(ms: number): PublishError {
  return new PublishError(
    "deadline-exceeded",
    `The run had not ended after ${Math.round(ms / 1000)} s, and was ended.`,
    {
      remedy:
        "Run the job again: it goes on where this run ended. If it needs more time than that, set the environment variable PUBLISH_TIMEOUT of the step to the seconds it may take.",
    },
  );
}
