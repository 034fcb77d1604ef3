/** PEP 503. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** The name as file names spell it: PEP 625 and the binary distribution format. */
export function filenamePart(name: string): string {
  return normalizeName(name).replaceAll("-", "_");
}

const PROJECT_NAME = /^([A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])$/i;

/** Rule M-03. */
export function isProjectName(name: string): boolean {
  return PROJECT_NAME.test(name) && !name.endsWith("\n");
}

/** Two names that are equal after this are too similar (rule P-10). */
export function similarityKey(name: string): string {
  return name
    .replace(/[._-]/g, "")
    .replace(/[lLiI]/g, "1")
    .replace(/[oO]/g, "0")
    .toLowerCase();
}
