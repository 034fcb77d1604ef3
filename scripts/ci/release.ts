import { FIXTURE_PROJECTS } from "../../fixtures/catalogue.ts";

/** The fixture that the action publishes in CI. */
export const PROJECT = "harbour-lights";

/** Its distributions. */
export function filenames(): readonly string[] {
  const found = FIXTURE_PROJECTS.find(({ project }) => project === PROJECT);
  if (found === undefined) {
    throw new Error(`no fixture of ${PROJECT}`);
  }
  return [found.sdist, found.wheel];
}
