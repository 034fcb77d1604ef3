/**
 * What the runner reads from a file such as GITHUB_OUTPUT: `name=value` lines, and values of several lines between
 * `name<<DELIMITER` and a line that is the delimiter alone
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
 *
 * @throws Error where the runner refuses: a line of neither form, a delimiter that never comes.
 */
export function parseFileCommands(content: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = content.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const form = /^(?<name>[^=]*?)(?<sign>=|<<)(?<rest>.*)$/.exec(line)?.groups;
    if (line === "") {
      continue;
    }
    if (form?.name === undefined || form.name === "" || form.rest === undefined) {
      throw new Error(`not a file command: ${JSON.stringify(line)}`);
    }
    if (form.sign === "=") {
      values.set(form.name, form.rest);
      continue;
    }
    const end = lines.indexOf(form.rest, index + 1);
    if (form.rest === "" || end === -1) {
      throw new Error(`the delimiter ${JSON.stringify(form.rest)} of ${form.name} never comes`);
    }
    values.set(form.name, lines.slice(index + 1, end).join("\n"));
    index = end;
  }
  return values;
}
