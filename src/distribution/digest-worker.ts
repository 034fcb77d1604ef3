// A thread of its own: it is sent files one after the other and answers each with its digests.
import { parentPort } from "node:worker_threads";
import { codeOf } from "../errors.ts";
import type { Digests, JudgedFile } from "./digests.ts";
import { digestFile } from "./file-digests.ts";

export interface DigestTask {
  readonly file: JudgedFile;
  readonly md5: boolean;
}

/** A failure as text, since errors lose their code on the way between threads. */
export type DigestAnswer = Digests | "changed" | { readonly failure: string; readonly code: string | undefined };

parentPort?.on("message", async ({ file, md5 }: DigestTask) => {
  parentPort?.postMessage(await answer(file, md5));
});

async function answer(file: JudgedFile, md5: boolean): Promise<DigestAnswer> {
  try {
    return await digestFile(file, { md5 });
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error), code: codeOf(error) };
  }
}
