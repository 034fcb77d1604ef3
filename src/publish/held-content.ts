import type { SimpleApi } from "../package-index/simple-api.ts";

/** What an index holds under a file's name, as far as it lets itself be read. */
export type HeldContent =
  | { readonly kind: "same" }
  | { readonly kind: "other"; readonly sha256: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown" };

export interface SentFile {
  readonly project: string;
  readonly filename: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** A guess is worth one attempt. */
const GUESS_MS = 30_000;

/**
 * Looks up, caches passed by, what the index holds under the name of a file: after an upload whose fate is unknown,
 * or one refused because the name is taken. Addresses that are only guessed can say that the content is the same,
 * and nothing else: what they list may come from elsewhere.
 */
export async function lookUpHeldContent(file: SentFile, readers: readonly SimpleApi[]): Promise<HeldContent> {
  for (const reader of readers) {
    const held = await lookUp(file, reader);
    if (held.kind === "same" || (held.kind !== "unknown" && reader.location.source !== "guessed")) {
      return held;
    }
  }
  return { kind: "unknown" };
}

async function lookUp({ project, filename, sha256 }: SentFile, reader: SimpleApi): Promise<HeldContent> {
  const isGuess = reader.location.source === "guessed";
  const reading = await (isGuess ? reader.projectNow(project, GUESS_MS) : reader.projectNow(project));
  if (reading.kind === "unreadable") {
    return { kind: "unknown" };
  }
  const listed = reading.kind === "listed" ? reading.page.files.get(filename) : undefined;
  if (listed === undefined) {
    return { kind: "absent" };
  }
  if (listed.sha256 === undefined) {
    return { kind: "unknown" };
  }
  return listed.sha256 === sha256 ? { kind: "same" } : { kind: "other", sha256: listed.sha256 };
}
