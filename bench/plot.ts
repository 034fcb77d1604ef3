import type { ToolName } from "./tools.ts";

export interface Line {
  readonly tool: ToolName;
  /** In the order of the number of files. */
  readonly points: readonly { readonly files: number; readonly seconds: number }[];
}

const WIDTH = 640;
const HEIGHT = 400;
const LEFT = 56;
const RIGHT = 96;
const TOP = 24;
const BOTTOM = 48;
/** Told apart by people who see no colours, too: the lines carry their names. */
const COLOURS: Readonly<Record<ToolName, string>> = { ours: "#0a6ebd", twine: "#c4570d", uv: "#6a3fb5" };

/** Time against the number of files, as an SVG image that reads on light and on dark ground. */
export function plot(lines: readonly Line[], caption: string): string {
  const all = lines.flatMap(({ points }) => points);
  const files = Math.max(...all.map((point) => point.files));
  const seconds = ceiling(Math.max(...all.map((point) => point.seconds)));
  const x = (value: number): number => LEFT + (value / files) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / seconds) * (HEIGHT - TOP - BOTTOM);
  const rows = [0, 0.25, 0.5, 0.75, 1].map((share) => share * seconds);
  const columns = [...new Set(all.map((point) => point.files))].filter((count) => count === 1 || count >= 5);
  const marks = [
    ...rows.flatMap((value) => [
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value)}" y2="${y(value)}" stroke="#8883"/>`,
      `<text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${value} s</text>`,
    ]),
    ...columns.map((value) => `<text x="${x(value)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${value}</text>`),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${caption}</text>`,
  ];
  const drawn = endHeights(lines, y).flatMap(({ line: { tool, points }, height }) => [
    `<polyline fill="none" stroke="${COLOURS[tool]}" stroke-width="2" points="${points
      .map((point) => `${x(point.files).toFixed(1)},${y(point.seconds).toFixed(1)}`)
      .join(" ")}"/>`,
    ...points.map(
      (point) =>
        `<circle cx="${x(point.files).toFixed(1)}" cy="${y(point.seconds).toFixed(1)}" r="3" fill="${COLOURS[tool]}"/>`,
    ),
    `<text x="${WIDTH - RIGHT + 8}" y="${height}" fill="${COLOURS[tool]}">${tool} ${points.at(-1)?.seconds.toFixed(1)} s</text>`,
  ]);
  const style = 'font-family="sans-serif" font-size="12" fill="#777"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" ${style}>\n<title>Time against the number of files</title>\n${[...marks, ...drawn].join("\n")}\n</svg>\n`;
}

/** The names at the ends of lines that lie close keep a line's height apart. */
function endHeights(
  lines: readonly Line[],
  y: (seconds: number) => number,
): { readonly line: Line; readonly height: number }[] {
  let above = Number.NEGATIVE_INFINITY;
  return lines
    .map((line) => ({ line, end: y(line.points.at(-1)?.seconds ?? 0) + 4 }))
    .toSorted((left, right) => left.end - right.end)
    .map(({ line, end }) => {
      above = Math.max(end, above + 16);
      return { line, height: above };
    });
}

/** The next number that divides into four. */
function ceiling(value: number): number {
  const step = 10 ** Math.floor(Math.log10(value)) / 2.5;
  return Math.ceil(value / step / 4) * step * 4;
}
