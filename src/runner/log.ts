import type { Log } from "../ports.ts";
import { printable } from "../quote.ts";
import type { Secret } from "../secret.ts";
import { debug, endGroup, error, info, isDebug, setSecret, startGroup, warning } from "./commands.ts";

/** The log of the step. Whatever is written there, the runner takes none of it for a command. */
export class RunnerLog implements Log {
  /** Whether debug messages are shown to everyone, not only in the runner's debug mode. */
  verbose = false;
  readonly #warnings = new Set<string>();

  /** What has been warned about so far, for the job summary. */
  get warnings(): readonly string[] {
    return [...this.#warnings];
  }

  info(message: string): void {
    info(inert(message));
  }

  group(title: string, lines: readonly string[]): void {
    startGroup(inert(title).replaceAll("\n", " "));
    for (const line of lines) {
      info(inert(line));
    }
    endGroup();
  }

  debug(message: string): void {
    if (this.verbose) {
      info(inert(message));
    } else if (isDebug()) {
      debug(inert(message));
    }
  }

  /** Said once, however often it comes up. */
  warning(message: string): void {
    if (this.#warnings.has(message)) {
      return;
    }
    this.#warnings.add(message);
    warning(inert(message));
  }

  /** The one annotation of a failed run. */
  failure(title: string, message: string): void {
    error(inert(message), inert(title));
  }

  mask(secret: Secret): void {
    if (!secret.isEmpty) {
      setSecret(secret.reveal());
    }
  }
}

/**
 * The runner reads a command from a line that begins with `::`, and one of the older form anywhere in it; the page of the
 * log folds and colours by the older form also what stands in a command.
 */
function inert(text: string): string {
  return printable(text)
    .replace(/^([^\S\n]*):(?=:)/gm, "$1: ")
    .replaceAll("##[", "## [");
}
