import { normalizeProjectName } from "../../src/standards/project-name.ts";
import { acceptableOffers } from "../http/accept.ts";
import { type Answer, json } from "../http/answer.ts";
import type { IndexContext } from "./context.ts";
import { readReleaseVersion } from "./release-version.ts";
import type { StoredFile } from "./state.ts";

const PROVENANCE_TYPE = "application/vnd.pypi.integrity.v1+json";

/** Address of a file's provenance (PEP 740). */
export function provenanceUrl(context: IndexContext, file: StoredFile): string {
  const { project, version, filename } = file;
  return `${context.origin}/integrity/${project}/${version}/${encodeURIComponent(filename)}/provenance`;
}

/** `GET /integrity/{project}/{version}/{file}/provenance` (rule A-17). */
export function provenanceAnswer(context: IndexContext, path: string, accept: string | undefined): Answer | undefined {
  const match = /^\/integrity\/([^/]+)\/([^/]+)\/([^/]+)\/provenance$/.exec(path);
  if (match === null) {
    return undefined;
  }
  if (!context.switches.attestations) {
    return json(403, { message: "Attestations temporarily disabled" });
  }
  const [, project = "", version = "", filename = ""] = match.map((part) => decodeURIComponent(part));
  const file = context.state.file(filename);
  const key = readReleaseVersion(version)?.key;
  const known =
    file !== undefined &&
    file.project === normalizeProjectName(project) &&
    readReleaseVersion(file.version)?.key === key;
  if (!known) {
    return undefined;
  }
  if (accept !== undefined && acceptableOffers(accept, [PROVENANCE_TYPE, "application/json"]).length === 0) {
    return json(406, { message: "Request not acceptable" });
  }
  if (file.attestations.length === 0) {
    return json(404, { message: `No provenance available for ${filename}` });
  }
  const { publisher } = file;
  const identity = {
    kind: "GitHub",
    repository: `${publisher?.owner}/${publisher?.repository}`,
    workflow: publisher?.workflow,
    environment: publisher?.environment || null,
  };
  const bundle = { publisher: identity, attestations: file.attestations };
  const headers = { "content-type": PROVENANCE_TYPE, "cache-control": "max-age=600, public" };
  return json(200, { version: 1, attestation_bundles: [bundle] }, headers);
}
