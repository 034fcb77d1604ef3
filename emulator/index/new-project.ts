import { normalizeProjectName } from "../../src/standards/project-name.ts";
import { pythonRepr } from "../../src/standards/python-repr.ts";
import { newProjectNameViolations, similarityKey } from "../../src/verification/rules/project-name.ts";
import type { IndexContext } from "./context.ts";
import { badRequest, refuse, seeHelp } from "./refusal.ts";
import { refuseFirst } from "./violation-refusal.ts";

const HOUR_MS = 3_600_000;

/** Names known to be on the administrators' list (rule P-09). */
const PROHIBITED = ["requirements.txt", "rrequirements.txt"];

/** Throws when a project of this name cannot be created (rules P-05 to P-10, in the index's order). */
export function refuseNewName(context: IndexContext, name: string): void {
  if (!context.switches.newProjects) {
    throw refuse(403, `New project registration temporarily disabled. ${seeHelp("admin-intervention")}`);
  }
  const shown = pythonRepr(name);
  refuseFirst(newProjectNameViolations(name), ({ rule }) => (rule === "P-07" ? seeHelp("project-name") : ""));
  const normalized = normalizeProjectName(name);
  if (context.state.projects.has(normalized)) {
    throw refuse(409, `The name ${shown} conflicts with an existing project. ${seeHelp("project-name")}`);
  }
  const prohibited = [...PROHIBITED, ...(context.options.prohibitedNames ?? [])].map(normalizeProjectName);
  if (prohibited.includes(normalized)) {
    throw badRequest(`The name ${shown} isn't allowed. ${seeHelp("project-name")}`);
  }
  const key = similarityKey(name);
  const similar = [...context.state.projects.values()].some((project) => similarityKey(project.name) === key);
  if (similar) {
    throw badRequest(`The name ${shown} is too similar to an existing project. ${seeHelp("project-name")}`);
  }
}

/** Throws when the user has created too many projects within the hour (rule P-04). */
export function refuseTooManyProjects(context: IndexContext, user: string): void {
  const quota = context.options.newProjectsPerHour ?? 20;
  const since = context.now() - HOUR_MS;
  const recent = context.state.creations.filter((creation) => creation.user === user && creation.at > since);
  if (recent.length < quota) {
    return;
  }
  const oldest = Math.min(...recent.map((creation) => creation.at));
  const seconds = Math.ceil((oldest + HOUR_MS - context.now()) / 1000);
  throw refuse(429, "Too many new projects created", {
    "ratelimit-policy": `"project.create.user";q=${quota};w=3600`,
    ratelimit: `"project.create.user";r=0;t=${seconds}`,
  });
}
