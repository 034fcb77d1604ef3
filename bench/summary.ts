import { median } from "./statistics.ts";
import type { Phases } from "./timeline.ts";
import type { ToolName } from "./tools.ts";

/** One run of one tool. */
export interface RunFigures {
  readonly scenario: string;
  readonly tool: ToolName;
  readonly version: string;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number | undefined;
  /** CPU the emulated index spent meanwhile: where it comes near the wall time, the index was what was measured. */
  readonly indexCpuSeconds: number | undefined;
  readonly phases: Phases | undefined;
}

/** All runs of one tool in one scenario. */
export interface ToolSummary {
  readonly scenario: string;
  readonly tool: ToolName;
  readonly version: string;
  readonly runs: number;
  readonly wallMedian: number;
  readonly wallMin: number;
  readonly wallMax: number;
  readonly cpuMedian: number;
  readonly peakMedian: number | undefined;
  readonly indexCpuMedian: number | undefined;
  /** Wall median divided by that of the first tool. */
  readonly wallRatio: number;
}

/** Medians and ranges, in the order in which tools first appear; ratios are to the first tool of each scenario. */
export function summarize(figures: readonly RunFigures[]): ToolSummary[] {
  const groups = [...Map.groupBy(figures, ({ scenario, tool }) => `${scenario} ${tool}`).values()];
  return groups.flatMap((runs) => {
    const [first] = runs;
    if (first === undefined) {
      return [];
    }
    const base = figures.filter(
      ({ scenario, tool }) => scenario === first.scenario && tool === baseTool(figures, first),
    );
    const wall = runs.map(({ wallSeconds }) => wallSeconds);
    return {
      scenario: first.scenario,
      tool: first.tool,
      version: first.version,
      runs: runs.length,
      wallMedian: median(wall),
      wallMin: Math.min(...wall),
      wallMax: Math.max(...wall),
      cpuMedian: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
      peakMedian: medianIfKnown(runs.map(({ peakBytes }) => peakBytes)),
      indexCpuMedian: medianIfKnown(runs.map(({ indexCpuSeconds }) => indexCpuSeconds)),
      wallRatio: median(wall) / median(base.map(({ wallSeconds }) => wallSeconds)),
    };
  });
}

/** The summaries as a Markdown table: it reads in a terminal and can be pasted into a note. */
export function table(summaries: readonly ToolSummary[]): string {
  const head = [
    ["scenario", "tool", "runs", "wall median", "min", "max", "ratio", "CPU", "peak memory", "index CPU"],
    ["---", "---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:"],
  ];
  const rows = summaries.map((one) => [
    one.scenario,
    `${one.tool} (${one.version})`,
    String(one.runs),
    seconds(one.wallMedian),
    seconds(one.wallMin),
    seconds(one.wallMax),
    one.wallRatio.toFixed(2),
    seconds(one.cpuMedian),
    one.peakMedian === undefined ? "unknown" : `${(one.peakMedian / 1e6).toFixed(0)} MB`,
    one.indexCpuMedian === undefined ? "unknown" : seconds(one.indexCpuMedian),
  ]);
  return [...head, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function baseTool(figures: readonly RunFigures[], of: RunFigures): ToolName | undefined {
  return figures.find(({ scenario }) => scenario === of.scenario)?.tool;
}

function medianIfKnown(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : median(known);
}

function seconds(value: number): string {
  return `${value.toFixed(value < 10 ? 3 : 2)} s`;
}
