import { stat } from "node:fs/promises";
import { codeOf } from "../errors.ts";

/** Whether the file system says that there is nothing, or only a link that leads nowhere. */
export function isGone(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ELOOP"].includes(codeOf(error) ?? "");
}

/** False for a link that leads nowhere. Rejects where it may not be known. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isGone(error)) {
      return false;
    }
    throw error;
  }
}
