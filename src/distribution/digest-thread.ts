import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { Pool } from "../pool.ts";
import type { DigestAnswer, DigestTask } from "./digest-worker.ts";
import type { DigestOptions, Digests, JudgedFile } from "./digests.ts";

/**
 * Hashes large files beside everything else: a gigabyte takes more than a second, in which this thread could neither
 * verify nor send. Started by the first file, and never what keeps a process alive that has nothing else to do.
 */
export class DigestThread {
  readonly #one = new Pool(1);
  #worker: Worker | undefined;

  /** As `digestFile`. Files wait for each other: a disk is read best from one end to the other. */
  digest(file: JudgedFile, { md5 = false, signal }: DigestOptions): Promise<Digests | "changed"> {
    return this.#one.run(async () => {
      signal?.throwIfAborted();
      const worker = await this.#start();
      let answer: DigestAnswer;
      worker.ref();
      try {
        answer = await ask(worker, { file, md5 }, signal);
      } catch (error) {
        // An answer that is not waited for any more must not be taken for that of the next file.
        this.#worker = undefined;
        await worker.terminate();
        throw error;
      } finally {
        worker.unref();
      }
      if (typeof answer === "object" && "failure" in answer) {
        throw Object.assign(new Error(answer.failure), { code: answer.code });
      }
      return answer;
    });
  }

  async #start(): Promise<Worker> {
    const { Worker } = await import("node:worker_threads");
    // From source it is TypeScript, in the bundle it is a file beside the others.
    const name = import.meta.url.endsWith(".ts") ? "digest-worker.ts" : "digest-worker.js";
    this.#worker ??= new Worker(new URL(name, import.meta.url), { execArgv: [] });
    return this.#worker;
  }
}

async function ask(worker: Worker, task: DigestTask, signal: AbortSignal | undefined): Promise<DigestAnswer> {
  worker.postMessage(task);
  const [answer]: DigestAnswer[] = await once(worker, "message", signal === undefined ? {} : { signal });
  if (answer === undefined) {
    throw new Error("the thread that hashes gave no answer");
  }
  return answer;
}
