import { createHash } from "node:crypto";
import type { EmulatedIndex } from "../../../emulator/index/index-server.ts";
import type { BuiltArchive } from "../../builders/archives.ts";
import { upload, verdict } from "../../emulator/uploader.ts";

/** Uploads to the emulated index; its answer in the words of the rules: `accept`, `500`, or the text. */
export async function uploadedVerdict(index: EmulatedIndex, archive: BuiltArchive): Promise<string> {
  const sha256 = createHash("sha256").update(archive.content).digest("hex");
  // The index forgets what it took, and how many projects were created (P-04).
  index.state.projects.clear();
  index.state.creations.length = 0;
  const answer = verdict(await upload(index, { ...archive, sha256 }));
  if (answer === "200 OK") {
    return "accept";
  }
  return answer.startsWith("500 ")
    ? "500"
    : answer.replace(/^400 /, "").replace(/ See https:\S+ for more information\.$/, "");
}
