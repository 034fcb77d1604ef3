import type { Log } from "../../src/ports.ts";

/** Says nothing. */
export const QUIET: Log = {
  info: () => undefined,
  group: () => undefined,
  debug: () => undefined,
  warning: () => undefined,
  mask: () => undefined,
};
