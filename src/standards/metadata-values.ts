/** A folded header on one line; what is not folded stays as it is. */
export function unfold(value: string): string {
  const lines = value.split(/\r\n|\n|\r/);
  return lines.length === 1 ? value : lines.map((line) => line.trim()).join(" ");
}

/** Keywords as twine sends them: the items between commas, trimmed, with `, ` between. */
export function normalizeKeywords(value: string): string {
  return value
    .split(",")
    .map((keyword) => keyword.trim())
    .join(", ");
}

/** Project-URL as `label, url`, both trimmed; it is split at the first comma (M-18). */
export function normalizeProjectUrl(value: string): string {
  const comma = value.indexOf(",");
  const [label, url] = comma === -1 ? [value, ""] : [value.slice(0, comma), value.slice(comma + 1)];
  return `${label.trim()}, ${url.trim()}`;
}

/**
 * The project name as twine writes it into the form: runs of anything but
 * letters, digits and dots as one hyphen. An index renames a project to the
 * spelling of the latest upload (P-18), so this keeps the spelling that
 * releases made with twine have given it.
 */
export function formProjectName(name: string): string {
  return name.replace(/[^A-Za-z0-9.]+/g, "-");
}
