import { type Cells, malformed, rectangle } from "./cells.ts";
import { doubt } from "./fault.ts";
import { isBlank, type Lines } from "./lines.ts";

const HEAD_BORDER = /^\+=[=+]+=\+ *$/u;
/** Steps along borders before a table counts as too intricate. */
const PATIENCE = 2_000_000;
const MOST_CELLS = 100_000;

interface Grid {
  readonly lines: Lines;
  readonly rows: readonly string[];
  /** Last line of the cells found so far, a column. */
  readonly done: number[];
  readonly columns: Set<number>;
  steps: number;
  cells: number;
}

interface Corner {
  readonly bottom: number;
  readonly right: number;
  readonly columns: readonly number[];
}

/**
 * The cells of a grid table, found by following the borders from corner to corner.
 *
 * @throws Fault when the borders do not meet.
 */
export function cellsOfGrid(lines: Lines): Cells {
  const rows = withoutHeadBorder(lines);
  const bottom = rows.length - 1;
  const right = (rows[0] ?? "").length - 1;
  const grid: Grid = {
    lines,
    rows,
    done: new Array<number>(right + 1).fill(-1),
    columns: new Set([0]),
    steps: 0,
    cells: 0,
  };
  const cells: Lines[] = [];
  const corners = new CornerQueue();
  for (let corner = corners.take(); corner !== undefined; corner = corners.take()) {
    const [top, left] = corner;
    if (top === bottom || left === right || top <= (grid.done[left] ?? -1)) {
      continue;
    }
    const found = findCell(grid, top, left);
    if (found !== undefined) {
      grid.cells += 1;
      grid.done.fill(found.bottom - 1, left, found.right);
      for (const column of [left, found.right, ...found.columns]) {
        grid.columns.add(column);
      }
      cells.push(rectangle(lines, top + 1, left + 1, found.bottom, found.right));
      corners.add(top, found.right);
      corners.add(found.bottom, left);
    }
  }
  if (grid.done.slice(0, right).some((last) => last !== bottom - 1)) {
    throw malformed("the borders of its cells do not meet", lines.first, lines.text[0] ?? "");
  }
  return { columns: grid.columns.size - 1, cells: cells.filter(({ text }) => !text.every(isBlank)) };
}

/** Corners from the top and from the left, each one once. */
class CornerQueue {
  /** The columns of each row, from the right. */
  private readonly waiting: number[][] = [[0]];
  private row = 0;

  add(row: number, column: number): void {
    const columns = this.waiting[row] ?? [];
    this.waiting[row] = columns;
    const place = columns.findLastIndex((other) => other >= column);
    if (columns[place] !== column) {
      columns.splice(place + 1, 0, column);
    }
  }

  take(): readonly [number, number] | undefined {
    for (; this.row < this.waiting.length; this.row += 1) {
      const column = this.waiting[this.row]?.pop();
      if (column !== undefined) {
        return [this.row, column];
      }
    }
    return undefined;
  }
}

function withoutHeadBorder(lines: Lines): readonly string[] {
  const borders = lines.text.flatMap((line, index) => (HEAD_BORDER.test(line) ? [index] : []));
  const [border] = borders;
  if (border === undefined) {
    return lines.text;
  }
  if (borders.length > 1) {
    throw malformed("it has two header borders", lines.first + (borders[1] ?? 0), lines.text[borders[1] ?? 0] ?? "");
  }
  if (border === 0 || border === lines.text.length - 1) {
    throw malformed("its header border is the first or last line", lines.first + border, lines.text[border] ?? "");
  }
  return lines.text.map((line, index) => (index === border ? line.replaceAll("=", "-") : line));
}

function step(grid: Grid): void {
  grid.steps += 1;
  if (grid.steps > PATIENCE || grid.cells > MOST_CELLS) {
    throw doubt("a table is too intricate to be followed", grid.lines.first, grid.lines.text[0] ?? "");
  }
}

/** To the right along the top border, then down, back, and up again to where it began. */
function findCell(grid: Grid, top: number, left: number): Corner | undefined {
  const line = grid.rows[top] ?? "";
  if (line[left] !== "+") {
    return undefined;
  }
  const columns: number[] = [];
  for (let right = left + 1; right < line.length; right += 1) {
    step(grid);
    if (line[right] === "+") {
      const found = goDown(grid, top, left, right);
      if (found !== undefined) {
        return { ...found, columns: [...found.columns, ...columns] };
      }
      columns.push(right);
    } else if (line[right] !== "-") {
      return undefined;
    }
  }
  return undefined;
}

function goDown(grid: Grid, top: number, left: number, right: number): Corner | undefined {
  for (let bottom = top + 1; bottom < grid.rows.length; bottom += 1) {
    step(grid);
    const character = grid.rows[bottom]?.[right];
    if (character === "+") {
      const found = goBack(grid, top, left, bottom, right);
      if (found !== undefined) {
        return found;
      }
    } else if (character !== "|") {
      return undefined;
    }
  }
  return undefined;
}

function goBack(grid: Grid, top: number, left: number, bottom: number, right: number): Corner | undefined {
  const line = grid.rows[bottom] ?? "";
  const columns: number[] = [];
  for (let at = right - 1; at > left; at -= 1) {
    step(grid);
    if (line[at] === "+") {
      columns.push(at);
    } else if (line[at] !== "-") {
      return undefined;
    }
  }
  return line[left] === "+" ? goUp(grid, top, left, { bottom, right, columns }) : undefined;
}

function goUp(grid: Grid, top: number, left: number, corner: Corner): Corner | undefined {
  for (let at = corner.bottom - 1; at > top; at -= 1) {
    step(grid);
    const character = grid.rows[at]?.[left];
    if (character !== "+" && character !== "|") {
      return undefined;
    }
  }
  return corner;
}
