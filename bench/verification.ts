import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GeneratedRelease, generateRelease, type ReleaseShape } from "./generate.ts";
import { measure } from "./measure.ts";
import { preparePythonTools } from "./python-tools.ts";
import { median } from "./statistics.ts";

const CACHE = join(import.meta.dirname, "..", ".cache");
const CHILD = join(import.meta.dirname, "judge-folder.ts");
const RUNS = 3;

const RELEASES: readonly (readonly [what: string, shape: ReleaseShape])[] = [
  ["a wheel of 1 GB", { wheels: 1, wheelBytes: 1e9, sdists: 0, sdistBytes: 0 }],
  ["a source distribution of 300 MB", { wheels: 0, wheelBytes: 0, sdists: 1, sdistBytes: 300e6 }],
  ["60 wheels and a source distribution of 2 MB", { wheels: 60, wheelBytes: 2e6, sdists: 1, sdistBytes: 2e6 }],
];

interface Figures {
  /** The work alone. */
  readonly seconds: number;
  /** The whole process. */
  readonly wallSeconds: number;
  readonly peakMegabytes: number;
  /** What the program takes before it does anything. */
  readonly startMegabytes: number;
}

async function run(program: string, words: readonly string[]): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    const command = { program, words, environment: { PATH: process.env.PATH ?? "" }, directory: folder };
    const measured = await measure(command, folder);
    const log = await readFile(measured.logFile, "utf8");
    if (measured.exitCode !== 0) {
      throw new Error(`${program} ${words.join(" ")} ended with exit code ${measured.exitCode}:\n${log}`);
    }
    const own: { seconds: number; startPeakBytes: number } = log.startsWith("{")
      ? JSON.parse(log)
      : { seconds: measured.wallSeconds, startPeakBytes: 0 };
    return {
      seconds: own.seconds,
      wallSeconds: measured.wallSeconds,
      peakMegabytes: (measured.peakBytes ?? 0) / 1e6,
      startMegabytes: own.startPeakBytes / 1e6,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The middle of each figure over all runs. */
function middle(runs: readonly Figures[]): Figures {
  const of = (figure: keyof Figures): number => median(runs.map((each) => each[figure]));
  return {
    seconds: of("seconds"),
    wallSeconds: of("wallSeconds"),
    peakMegabytes: of("peakMegabytes"),
    startMegabytes: of("startMegabytes"),
  };
}

/** A B C A B C: what the machine does besides hits all alike. */
async function compare({ folder, filenames }: GeneratedRelease, twine: string): Promise<readonly Figures[]> {
  const files = filenames.map((filename) => join(folder, filename));
  const ways: readonly (() => Promise<Figures>)[] = [
    () => run(process.execPath, [CHILD, "verify", folder]),
    () => run(process.execPath, [CHILD, "hash", folder]),
    () => run(twine, ["check", ...files]),
  ];
  const figures: Figures[][] = ways.map(() => []);
  for (let turn = 0; turn <= RUNS; turn += 1) {
    for (const [index, way] of ways.entries()) {
      const measured = await way();
      // The first turn fills the page cache.
      if (turn > 0) {
        figures[index]?.push(measured);
      }
    }
  }
  return figures.map(middle);
}

function row(what: string, figures: readonly Figures[]): string {
  const [ours, hash, twine] = figures;
  if (ours === undefined || hash === undefined || twine === undefined) {
    return "";
  }
  const cells = [
    what,
    `${ours.seconds.toFixed(2)} s`,
    `${hash.seconds.toFixed(2)} s`,
    (ours.seconds / hash.seconds).toFixed(2),
    `${ours.wallSeconds.toFixed(2)} s`,
    `${twine.wallSeconds.toFixed(2)} s`,
    (twine.wallSeconds / ours.wallSeconds).toFixed(1),
    `${ours.startMegabytes.toFixed(0)} -> ${ours.peakMegabytes.toFixed(0)} MB`,
  ];
  return `| ${cells.join(" | ")} |\n`;
}

const { twine, twineVersion } = await preparePythonTools(join(CACHE, "bench-venv"));
process.stdout.write(
  `| release | verification | SHA-256 alone | ratio | whole process | ${twineVersion} check | times | peak |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n`,
);
for (const [what, shape] of RELEASES) {
  const release = await generateRelease(join(CACHE, "bench", "releases"), shape);
  process.stdout.write(row(what, await compare(release, twine)));
}
