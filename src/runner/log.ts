import type { Log } from "../ports.ts";
import type { Secret } from "../secret.ts";
import { debug, error, info, isDebug, setSecret, warning } from "./commands.ts";

/** The log of the step. Whatever is written there, the runner takes none of it for a command. */
export class RunnerLog implements Log {
  /** Whether debug messages are shown to everyone, not only in the runner's debug mode. */
  verbose = false;

  info(message: string): void {
    info(inert(message));
  }

  debug(message: string): void {
    if (this.verbose) {
      info(inert(message));
    } else if (isDebug()) {
      debug(inert(message));
    }
  }

  warning(message: string): void {
    warning(printable(message));
  }

  /** The one annotation of a failed run. */
  failure(title: string, message: string): void {
    error(printable(message), printable(title));
  }

  mask(secret: Secret): void {
    if (!secret.isEmpty) {
      setSecret(secret.reveal());
    }
  }
}

/** Control characters could redraw the terminal or hide text; line ends and tabs stay. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, "�");
}

/** The runner reads a command from a line that begins with `::`, and one of the older form anywhere in it. */
function inert(text: string): string {
  return printable(text)
    .replace(/^(\s*):(?=:)/gm, "$1: ")
    .replaceAll("##[", "## [");
}
