import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { runProgram } from "../../emulator/runner/process.ts";
import { asWorkflow, snippets } from "../../scripts/docs/snippets.ts";
import { ACTIONLINT, installGoTool } from "../go-tool.ts";

it("actionlint finds nothing in the workflows of the documents", async () => {
  const actionlint = await installGoTool(ACTIONLINT);
  const folder = await mkdtemp(join(tmpdir(), "snippets-"));
  try {
    const files: string[] = [];
    for (const snippet of snippets()) {
      const workflow = asWorkflow(snippet);
      if (workflow !== undefined) {
        // A file name that leads back to the document.
        const file = join(folder, `${snippet.place.replaceAll(/[/:]/g, "-")}.yml`);
        await writeFile(file, workflow);
        files.push(file);
      }
    }
    expect(files.length).toBeGreaterThan(25);
    const { exitCode, stdout, stderr } = await runProgram(actionlint, ["-no-color", ...files], { cwd: folder });
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);
