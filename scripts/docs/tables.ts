import { parse } from "yaml";

interface Described {
  readonly description?: string;
  readonly default?: string;
  readonly deprecationMessage?: string;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

/**
 * The README with its two tables as action.yml has them. They stand between `<!-- inputs -->` and `<!-- /inputs -->`,
 * and the same for outputs.
 *
 * @throws Error when a mark is missing or a description is.
 */
export function withTables(readme: string, actionFile: string): string {
  const { inputs, outputs }: ActionFile = parse(actionFile);
  const current = Object.entries(inputs).filter(([, { deprecationMessage }]) => deprecationMessage === undefined);
  const inputRows = current.map(([name, input]) => {
    const { text, standard } = split(name, input);
    return [`\`${name}\``, standard === "" ? "" : `\`${standard}\``, text];
  });
  const outputRows = Object.entries(outputs).map(([name, output]) => [`\`${name}\``, split(name, output).text]);
  const marked = between(readme, "inputs", table(["input", "default", "meaning"], inputRows));
  return between(marked, "outputs", table(["output", "content"], outputRows));
}

/** Inputs with an older spelling have no `default`, so theirs is the last sentence of the description. */
function split(name: string, { description, default: declared }: Described): { text: string; standard: string } {
  if (description === undefined) {
    throw new Error(`action.yml does not describe ${name}.`);
  }
  const sentence = / ?Default (\S+)\.$/.exec(description.trim());
  const text = description.trim().slice(0, sentence === null ? undefined : sentence.index);
  return { text, standard: declared ?? sentence?.[1] ?? "" };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...escaped.map(line)].join("\n");
}

function between(text: string, mark: string, content: string): string {
  const parts = new RegExp(`^([\\s\\S]*<!-- ${mark} -->\\n)[\\s\\S]*(\\n<!-- /${mark} -->[\\s\\S]*)$`).exec(text);
  if (parts === null) {
    throw new Error(`README.md has no place for the ${mark}: <!-- ${mark} --> and <!-- /${mark} -->.`);
  }
  return `${parts[1]}\n${content}\n${parts[2]}`;
}
