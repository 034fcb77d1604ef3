import { setMaxListeners } from "node:events";
import { PublishError } from "../errors.ts";

/**
 * Aborted when the runner cancels the job: it sends SIGINT, some seconds later
 * SIGTERM, and then ends the process. The time between is for the report.
 */
export function cancellation(): AbortSignal {
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
  return controller.signal;
}
