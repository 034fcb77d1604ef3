const VALID_NAME = /^(?:[a-z0-9]|[a-z0-9][a-z0-9._-]*[a-z0-9])$/i;

/** Whether the text can be a project name: ASCII letters, digits and `-_.`, a letter or digit at both ends (PEP 508, M-03). */
export function isProjectName(name: string): boolean {
  return VALID_NAME.test(name);
}

/** The name by which indexes compare projects: lower case, runs of `-_.` as one hyphen (PEP 503). */
export function normalizeProjectName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** The name as file names have it: lower case, runs of `-_.` as one underscore (PEP 427, PEP 625). */
export function escapeProjectName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "_");
}
