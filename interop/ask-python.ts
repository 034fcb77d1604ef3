import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireProgram } from "../emulator/runner/process.ts";
import { pythonEnvironment } from "./environment.ts";

/**
 * Asks a script, which reads a JSON list of questions from the file named first and writes a JSON list of answers, in
 * the same order, to the file named second.
 *
 * @param script - absolute path.
 * @throws Error when it fails, or does not answer everything.
 */
export async function askPython(script: string, questions: readonly unknown[]): Promise<readonly string[]> {
  const { program } = await pythonEnvironment();
  return ask(program("python"), ["-W", "ignore", script], questions);
}

/** Asks, in the same way, a script that Node runs. */
export function askNode(script: string, questions: readonly unknown[]): Promise<readonly string[]> {
  return ask(process.execPath, [script], questions);
}

async function ask(
  program: string,
  words: readonly string[],
  questions: readonly unknown[],
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "agreement-"));
  try {
    const [asked, answered] = [join(folder, "questions.json"), join(folder, "answers.json")];
    await writeFile(asked, JSON.stringify(questions));
    await requireProgram(program, [...words, asked, answered]);
    const answers: string[] = JSON.parse(await readFile(answered, "utf8"));
    if (answers.length !== questions.length) {
      throw new Error(`${words.at(-1)} answered ${answers.length} of ${questions.length} questions`);
    }
    return answers;
  } finally {
    await rm(folder, { recursive: true });
  }
}
