import { createReadStream } from "node:fs";
import { access, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { firstByteTable, writeDocument } from "./document.ts";
import { type FirstByte, measureFirstBytes } from "./first-byte.ts";
import { type GeneratedRelease, generateRelease } from "./generate.ts";
import { preparePythonTools } from "./python-tools.ts";
import { runTool } from "./run-tool.ts";
import { PLOTTED, SCENARIOS, type Scenario } from "./scenarios.ts";
import { type RunFigures, summarize, table } from "./summary.ts";
import { phasesTable } from "./timeline.ts";
import { ourAction, TOOL_NAMES, type Tool, type ToolName, twine, uv } from "./tools.ts";

const CHECKOUT = join(import.meta.dirname, "..");
const CACHE = join(CHECKOUT, ".cache");
const EMULATOR = join(CHECKOUT, "emulator", "main.ts");
const FIRST_BYTE_RUNS = 11;
const FIRST_BYTE = "first-byte";
const PLOT = "plot";
const USAGE = `Usage: npm run bench -- [SCENARIO...] [--runs N] [--tools LIST] [--json FILE] [--document FOLDER]

  SCENARIO    ${SCENARIOS.map(({ name }) => name).join(", ")},
              ${FIRST_BYTE} (from the start of a process to the first byte it sends), ${PLOT} (1 to 61 files);
              all when none is named
  --runs N    runs of each tool, in turn (default: as many as the scenario needs for a steady median)
  --tools A,B which of ${TOOL_NAMES.join(", ")} (default: all); ratios are to the first
  --json FILE write every run and the summary there too
  --document FOLDER  write benchmark.md and the plot, benchmark.svg, there`;

interface Options {
  readonly scenarios: readonly Scenario[];
  readonly runs: number | undefined;
  readonly tools: readonly ToolName[];
  readonly json: string | undefined;
  readonly document: string | undefined;
  readonly firstByte: boolean;
}

/** Throws an Error that names what is wrong with the command line. */
function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: "string" },
      tools: { type: "string" },
      json: { type: "string" },
      document: { type: "string" },
    },
  });
  const names = positionals.length === 0 ? [...SCENARIOS.map(({ name }) => name), PLOT, FIRST_BYTE] : positionals;
  const scenarios = names
    .filter((name) => name !== FIRST_BYTE)
    .flatMap((name) => (name === PLOT ? PLOTTED : oneOf(SCENARIOS, ({ name: known }) => known === name, name)));
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  if (runs !== undefined && (!Number.isInteger(runs) || runs < 1)) {
    throw new Error(`--runs takes a whole number from 1, not ${values.runs}\n\n${USAGE}`);
  }
  return {
    // The plot's last point is a scenario of its own.
    scenarios: [...new Map(scenarios.toReversed().map((scenario) => [scenario.name, scenario])).values()].toReversed(),
    firstByte: names.includes(FIRST_BYTE),
    document: values.document,
    runs,
    tools: values.tools?.split(",").map((name) => oneOf(TOOL_NAMES, (known) => known === name, name)) ?? TOOL_NAMES,
    json: values.json,
  };
}

function oneOf<Choice>(choices: readonly Choice[], matches: (choice: Choice) => boolean, given: string): Choice {
  const found = choices.find(matches);
  if (found === undefined) {
    throw new Error(`${given} is unknown\n\n${USAGE}`);
  }
  return found;
}

async function prepareTools(names: readonly ToolName[]): Promise<Tool[]> {
  if (names.includes("ours")) {
    await access(join(CHECKOUT, "dist", "index.js")).catch((cause: unknown) => {
      throw new Error("there is no bundle in dist/ to measure: build it first, or choose other --tools", { cause });
    });
  }
  const python = await preparePythonTools(join(CACHE, "bench-venv"));
  const tools = { ours: await ourAction(CHECKOUT), twine: twine(python), uv: uv(python) };
  return names.map((name) => tools[name]);
}

/** A B C A B C: what the machine does besides hits all tools alike. */
async function runScenario(scenario: Scenario, tools: readonly Tool[], runs: number): Promise<RunFigures[]> {
  const release = await generateRelease(join(CACHE, "bench", "releases"), scenario.release);
  const megabytes = (release.totalBytes / 1e6).toFixed(1);
  say(`${scenario.name}: distributions: ${release.filenames.length}, MB: ${megabytes}, runs of each tool: ${runs}`);
  await readOnce(release);
  const figures: RunFigures[] = [];
  for (let run = 1; run <= runs; run++) {
    for (const tool of tools) {
      const measured = await runTool({ tool, scenario, release, emulator: EMULATOR });
      say(`  ${run}. ${tool.name}: ${measured.wallSeconds.toFixed(3)} s, CPU ${measured.cpuSeconds.toFixed(3)} s`);
      figures.push(measured);
    }
  }
  return figures;
}

/** From here on the page cache holds the release; otherwise the first tool alone would wait for the disk. */
async function readOnce({ folder, filenames }: GeneratedRelease): Promise<void> {
  for (const filename of filenames) {
    await finished(createReadStream(join(folder, filename)).resume());
  }
}

async function runFirstByte(tools: readonly Tool[], runs: number): Promise<FirstByte[]> {
  const scenario = oneOf(SCENARIOS, ({ name }) => name === "small", "small");
  const release = await generateRelease(join(CACHE, "bench", "releases"), scenario.release);
  return measureFirstBytes({ tools, scenario, release, emulator: EMULATOR, runs });
}

async function main(): Promise<void> {
  const options = readOptions();
  const tools = await prepareTools(options.tools);
  const figures: RunFigures[] = [];
  for (const scenario of options.scenarios) {
    figures.push(...(await runScenario(scenario, tools, options.runs ?? scenario.usualRuns)));
  }
  const summary = summarize(figures);
  const firstBytes = options.firstByte ? await runFirstByte(tools, options.runs ?? FIRST_BYTE_RUNS) : [];
  const phases = phasesTable(figures.filter(({ scenario }) => SCENARIOS.some(({ name }) => name === scenario)));
  process.stdout.write(`${[table(summary), "", ...phases, "", ...firstByteTable(firstBytes)].join("\n")}\n`);
  if (options.document !== undefined) {
    await writeDocument(resolve(CHECKOUT, options.document), { summaries: summary, phases, firstBytes });
  }
  if (options.json !== undefined) {
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memoryBytes: totalmem(), node: process.version };
    const document = { at: new Date().toISOString(), machine, scenarios: options.scenarios, summary, runs: figures };
    await writeFile(options.json, `${JSON.stringify(document, undefined, 2)}\n`);
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

await main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
