import { codeOf } from "../errors.ts";

/** Whether the file system says that there is nothing, or only a link that leads nowhere. */
export function isGone(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ELOOP"].includes(codeOf(error) ?? "");
}
