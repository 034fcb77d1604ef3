import { type ErrorCode, PublishError } from "../errors.ts";
import { type IndexTarget, runAgain } from "./target.ts";

export interface UploadRefusal {
  readonly status: number;
  /** The index's own words on one line; may be empty. */
  readonly text: string;
  readonly filename: string;
  readonly project: string;
  readonly target: IndexTarget;
  readonly credentialKind: "minted" | "api-token" | "basic";
  /** An attempt before this answer may have stored the file. */
  readonly uncertain: boolean;
}

/**
 * Whether the index says that it holds a file of this name. PyPI says so with 400
 * and a text that it keeps stable (index rule P-20), other indexes with 409; PyPI's
 * own 409 is a race for a new project name and never "file exists" (P-08).
 */
export function isFileExists({ status, text, target }: UploadRefusal): boolean {
  if (/^file already exists\b/i.test(text)) {
    return status === 400 || status === 409;
  }
  if (target.kind !== "other") {
    return false;
  }
  return status === 409
    ? !/conflicts with an existing project/i.test(text)
    : TAKEN.some((taken) => taken.status === status && taken.words.test(text));
}

/** How other indexes say that a name is taken, each with the status it comes with. */
const TAKEN: readonly { readonly status: number; readonly words: RegExp }[] = [
  // GitLab
  { status: 400, words: /file name has already been taken/i },
  // Nexus, with its older and its newer database
  { status: 400, words: /does not allow updating assets|cannot be updated/i },
  // Google Artifact Registry
  { status: 400, words: /requested entity already exists/i },
  // pulp; pypiserver, to clients that call themselves twine
  { status: 400, words: /^package .+ already exists/i },
  // Artifactory, for users that may not delete
  { status: 403, words: /not enough permissions to (delete\/)?overwrite/i },
];

interface Explanation {
  readonly code: ErrorCode;
  readonly remedy: string;
}

interface Case {
  readonly matches: (refusal: UploadRefusal) => boolean;
  readonly explain: (refusal: UploadRefusal) => Explanation;
}

/** The index's words and what follows from them; the first that matches counts. Texts are matched by their beginning or core, since they age. */
const CASES: readonly Case[] = [
  {
    matches: (refusal) => isFileExists(refusal) && refusal.uncertain,
    explain: () => ({
      code: "file-name-used",
      remedy:
        "Give the Simple API of the index as `check-url` to have contents compared, and run the job again; without it, `skip-existing: true` passes the file over.",
    }),
  },
  {
    matches: isFileExists,
    explain: ({ target }) => ({
      code: "file-name-used",
      remedy:
        target.kind === "other"
          ? "A file of this name is on the index, and its content could not be compared: give the Simple API of the index as `check-url`. If the content differs, release under a new version, or set `skip-existing: true` to leave the file on the index as it is."
          : "A file of this name with other content is on the index, and names are never free again: release under a new version. If files that are there already should be passed over, set `skip-existing: true`.",
    }),
  },
  {
    matches: ({ text }) => /previously used by a file that has since been deleted/i.test(text),
    explain: () => ({
      code: "file-name-used",
      remedy: "The name of a deleted file cannot be used again: release under a new version.",
    }),
  },
  {
    matches: ({ text }) => /^file too large/i.test(text) || /project size too large/i.test(text),
    explain: () => ({ code: "file-too-large", remedy: "Make the file smaller, or ask the index for a higher limit." }),
  },
  {
    matches: ({ status }) => status === 413,
    explain: () => ({
      code: "file-too-large",
      remedy: "The index or a proxy before it limits the size of requests: raise that limit or make the file smaller.",
    }),
  },
  {
    matches: ({ text }) => /token is expired/i.test(text),
    explain: (refusal) =>
      refusal.credentialKind === "minted"
        ? credentialRefused(refusal)
        : {
            code: "credential-refused",
            remedy: `Make a new API token at ${refusal.target.name}, and put it into the secret that \`password\` is taken from.`,
          },
  },
  {
    matches: ({ text }) => /non-user identities cannot create new projects/i.test(text),
    explain: ({ project, target }) => ({
      code: "upload-forbidden",
      remedy: `The trusted publisher of this job belongs to another project name than ${project}. Register it for ${project}, or correct the name in the build configuration; a project that is new to ${target.name} needs a pending publisher with exactly this name.`,
    }),
  },
  {
    matches: ({ text }) => /token is not valid for project|isn't allowed to upload to project/i.test(text),
    explain: ({ project, target, credentialKind }) => ({
      code: "upload-forbidden",
      remedy:
        credentialKind === "minted"
          ? `Register this workflow as trusted publisher of ${project} at ${target.name}, and check that the project is not archived.`
          : `Use a token whose scope holds ${project}, of an account that may upload to it, and check that the project is not archived.`,
    }),
  },
  {
    matches: ({ text }) => /uploads are temporarily disabled|registration temporarily disabled/i.test(text),
    explain: () => ({ code: "upload-forbidden", remedy: "This is no fault of the files: run the job again later." }),
  },
  {
    matches: ({ status, text }) =>
      status === 401 || (status === 403 && /authentication|signatures do not match|password/i.test(text)),
    explain: credentialRefused,
  },
  {
    matches: ({ status }) => status === 403,
    explain: ({ project, target, credentialKind }) => ({
      code: "upload-forbidden",
      remedy: `${credentialKind === "basic" ? "Check `user` and `password`, and" : "Check"} that this credential may upload to ${project} at ${target.name}.`,
    }),
  },
  {
    matches: ({ status }) => status < 400 || [404, 405, 410].includes(status),
    explain: ({ target }) => ({
      code: "upload-endpoint-wrong",
      remedy: `${target.uploadUrl.href} does not take uploads. Set \`repository-url\` to the upload address of the index (for PyPI https://upload.pypi.org/legacy/), not to its web or Simple API address.`,
    }),
  },
  {
    matches: ({ status }) => status === 429,
    explain: () => ({
      code: "upload-refused",
      remedy: "The index limits how much may be done in a time: run the job again later.",
    }),
  },
  {
    matches: ({ status }) => status >= 500,
    explain: ({ target }) => ({
      code: "index-unreachable",
      remedy: `Run the job again: ${runAgain(target)}.`,
    }),
  },
];

function credentialRefused({ target, credentialKind }: UploadRefusal): Explanation {
  const remedies = {
    minted: "Run the job again: it gets a fresh token.",
    "api-token": `Check that the API token is one of ${target.name} (tokens of PyPI and TestPyPI are not interchangeable), that it has not been deleted, and that the secret reaches this job.`,
    basic: `Check \`user\` and \`password\` for ${target.name}, and that the secret reaches this job.`,
  };
  return { code: "credential-refused", remedy: remedies[credentialKind] };
}

/** One readable error for a refused upload, whatever form the index's answer had. */
export function explainUploadRefusal(refusal: UploadRefusal): PublishError {
  const { code, remedy } = CASES.find(({ matches }) => matches(refusal))?.explain(refusal) ?? {
    code: "upload-refused" as const,
    remedy: "Act on what the index says, build again if the files are at fault, then run the job again.",
  };
  const said = refusal.text === "" ? "It gives no reason." : `It says: ${refusal.text}`;
  const before = refusal.uncertain ? " An attempt before this one may have stored the file." : "";
  const { target, filename, status } = refusal;
  const refused = status >= 500 ? "failed to take" : status < 400 ? "did not take" : "refused";
  return new PublishError(code, `${target.name} ${refused} ${filename} (status ${status}).${before} ${said}`, {
    remedy,
    filename,
  });
}
