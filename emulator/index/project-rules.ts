import { normalizeProjectName } from "../../src/standards/project-name.ts";
import { pythonRepr } from "../../src/standards/python-repr.ts";
import type { IndexContext } from "./context.ts";
import type { FilePart } from "./form.ts";
import type { Identity } from "./identity.ts";
import { refuseNewName, refuseTooManyProjects } from "./new-project.ts";
import { badRequest, type Refusal, refuse, seeHelp, seeUrl } from "./refusal.ts";
import { newProject, type Project, type User } from "./state.ts";
import { checkRestrictions } from "./tokens.ts";
import type { Transaction } from "./transaction.ts";

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
const FILE_LIMIT_BYTES = 100 * MIB;
const PROJECT_LIMIT_BYTES = 10 * GIB;
const RELEASE_OPEN_MS = 14 * 86_400_000;

/**
 * Steps 8 to 11: the project, or undefined when this upload may create it.
 * Throws by rules P-01 to P-05, P-07 to P-15.
 */
export function findProject(context: IndexContext, identity: Identity, name: string): Project | undefined {
  const project = context.state.projects.get(normalizeProjectName(name));
  if (project === undefined) {
    refuseCreation(context, identity, name);
    return undefined;
  }
  if (identity.kind === "password") {
    return project;
  }
  const { record } = identity.presented;
  checkRestrictions(context, identity.presented, project);
  const closed = project.status === "archived" || (project.status === "quarantined" && record.kind !== "user");
  const open = !closed;
  if (record.user !== undefined) {
    if (!open || !project.owners.has(record.user)) {
      throw forbidden(`The user ${pythonRepr(record.user)}`, project);
    }
    checkAccount(context.state.user(record.user));
  } else if (!open) {
    throw forbidden("The given token", project);
  }
  if (!project.organizationActive) {
    throw badRequest(
      `Organization account owning this project is inactive. ${seeUrl("https://docs.pypi.org/organization-accounts/org-acc-faq/")}`,
    );
  }
  return project;
}

function forbidden(who: string, project: Project): Refusal {
  const what = `isn't allowed to upload to project ${pythonRepr(project.name)}.`;
  return refuse(403, `${who} ${what} ${seeHelp("project-name")}`);
}

function refuseCreation(context: IndexContext, identity: Identity, name: string): void {
  if (identity.kind === "password") {
    refuseNewName(context, name);
    return;
  }
  const { record } = identity.presented;
  if (record.user === undefined) {
    throw badRequest(
      `Non-user identities cannot create new projects. Compare the project name of the pending publisher with the name in the metadata. ${seeUrl("https://docs.pypi.org/trusted-publishers/troubleshooting/")}`,
    );
  }
  checkAccount(context.state.user(record.user));
  refuseTooManyProjects(context, record.user);
  refuseNewName(context, name);
  // The restrictions are judged with the project that would come into being: a scoped token admits none of that kind.
  checkRestrictions(context, identity.presented, newProject(name, "upload", [record.user]));
}

/** Rules P-02 and P-03. */
function checkAccount(user: User): void {
  const who = `User ${pythonRepr(user.name)}, associated with the API token used,`;
  if (!user.verifiedEmail) {
    throw refuse(403, `${who} does not have a verified primary email address. ${seeHelp("verified-email")}`);
  }
  if (!user.twoFactor) {
    throw refuse(
      403,
      `${who} does not have two-factor authentication enabled. ${seeHelp("two-factor-authentication")}`,
    );
  }
}

/** Rule P-16. */
export function checkFileSize(project: Project | undefined, size: number): void {
  const limit = Math.max(FILE_LIMIT_BYTES, project?.uploadLimitBytes ?? 0);
  if (size > limit) {
    throw badRequest(
      `File too large. Limit for project ${pythonRepr(project?.name ?? "")} is ${Math.floor(limit / MIB)} MB. ${seeHelp("file-size-limit")}`,
    );
  }
}

/** Rule P-17; counts before duplicates are looked at. */
export function checkProjectSize(project: Project | undefined, size: number): void {
  const limit = Math.max(PROJECT_LIMIT_BYTES, project?.totalLimitBytes ?? 0);
  const stored = (project?.releases ?? [])
    .flatMap((release) => release.files)
    .reduce((sum, file) => sum + file.size, 0);
  if (stored + size > limit) {
    throw badRequest(
      `Project size too large. Limit for project ${pythonRepr(project?.name ?? "")} total size is ${Math.floor(limit / GIB)} GB. ${seeHelp("project-size-limit")}`,
    );
  }
}

/** Rules P-19 to P-23. `identical`: stored before, nothing more to do. */
export async function refuseConflicts(
  context: IndexContext,
  transaction: Transaction,
  file: FilePart,
): Promise<"identical" | "new"> {
  const { filename, content } = file;
  const taken = context.state.files.filter((each) => each.filename === filename || each.sha256 === content.sha256);
  if (taken.some((each) => each.filename === filename && each.sha256 === content.sha256)) {
    return "identical";
  }
  if (taken.length > 0) {
    const hash = content.hasDigest("blake2_256") ? await content.digest("blake2_256") : "not computed";
    throw badRequest(
      `File already exists (${pythonRepr(filename)}, with blake2_256 hash ${pythonRepr(hash)}). ${seeHelp("file-name-reuse")}`,
    );
  }
  if (context.state.deletedFilenames.has(filename)) {
    throw badRequest(
      `This filename was previously used by a file that has since been deleted. Use a different version. ${seeHelp("file-name-reuse")}`,
    );
  }
  const { release } = transaction;
  if (release !== undefined && context.now() - release.createdAt > RELEASE_OPEN_MS) {
    throw badRequest("Uploading new files to releases older than 14 days is not allowed.");
  }
  if (transaction.filetype === "sdist" && release?.files.some((each) => each.kind === "sdist")) {
    throw badRequest("Only one sdist may be uploaded per release.");
  }
  return "new";
}
