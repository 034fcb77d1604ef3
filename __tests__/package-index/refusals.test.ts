import { describe, expect, it } from "@jest/globals";
import { explainUploadRefusal, isFileExists, type UploadRefusal } from "../../src/package-index/refusals.ts";
import { parseTarget } from "../../src/package-index/target.ts";

function refusal(
  status: number,
  text: string,
  more: { url?: string; kind?: UploadRefusal["credentialKind"] } = {},
): UploadRefusal {
  const target = parseTarget(more.url ?? "https://upload.pypi.org/legacy/");
  if ("fault" in target) {
    throw new Error(target.fault);
  }
  return {
    status,
    text,
    target,
    filename: "a-1.0.tar.gz",
    project: "a",
    credentialKind: more.kind ?? "minted",
    uncertain: false,
  };
}
const elsewhere = { url: "https://index.example/up/" };

describe("a refused upload", () => {
  it.each([
    [
      "P-20",
      refusal(400, "File already exists ('a-1.0.tar.gz', with blake2_256 hash 'ab'). See …"),
      "file-name-used",
      "skip-existing",
    ],
    [
      "P-21",
      refusal(400, "This filename was previously used by a file that has since been deleted. Use a different version."),
      "file-name-used",
      "new version",
    ],
    ["P-16", refusal(400, "File too large. Limit for project 'a' is 100 MB."), "file-too-large", "higher limit"],
    [
      "P-17",
      refusal(400, "Project size too large. Limit for project 'a' total size is 10 GB."),
      "file-too-large",
      "higher limit",
    ],
    ["a proxy", refusal(413, "Request Entity Too Large", elsewhere), "file-too-large", "proxy"],
    [
      "P-12",
      refusal(403, "Invalid API Token: token is expired, token is expired"),
      "credential-refused",
      "Run the job again",
    ],
    [
      "P-12, of a token that was made to last a while",
      refusal(403, "Invalid API Token: token is expired, token is expired", { kind: "api-token" }),
      "credential-refused",
      "new API token",
    ],
    [
      "P-01",
      refusal(400, "Non-user identities cannot create new projects. …"),
      "upload-forbidden",
      "pending publisher",
    ],
    [
      "P-12",
      refusal(403, "Invalid API Token: OIDC scoped token is not valid for project 'a'"),
      "upload-forbidden",
      "trusted publisher of a",
    ],
    [
      "P-11",
      refusal(403, "The user 'x' isn't allowed to upload to project 'a'.", { kind: "api-token" }),
      "upload-forbidden",
      "scope holds a",
    ],
    ["H-25", refusal(403, "Read-only mode: Uploads are temporarily disabled."), "upload-forbidden", "later"],
    [
      "H-23",
      refusal(403, "Invalid or non-existent authentication information.", { kind: "api-token" }),
      "credential-refused",
      "not interchangeable",
    ],
    [
      "a login",
      refusal(401, "Unauthorized", { ...elsewhere, kind: "basic" }),
      "credential-refused",
      "`user` and `password`",
    ],
    ["a permission", refusal(403, "Forbidden", elsewhere), "upload-forbidden", "may upload"],
    ["a page", refusal(405, "Method Not Allowed", elsewhere), "upload-endpoint-wrong", "repository-url"],
    ["a redirect", refusal(302, "Found", elsewhere), "upload-endpoint-wrong", "repository-url"],
    ["P-04", refusal(429, "Too many new projects created"), "upload-refused", "later"],
    ["H-26", refusal(503, "Service Unavailable"), "index-unreachable", "again"],
    [
      "M-05",
      refusal(400, "The use of local versions in '1.0+x' is not allowed."),
      "upload-refused",
      "what the index says",
    ],
    ["P-08", refusal(409, "The name 'a' conflicts with an existing project."), "upload-refused", "what the index says"],
    ["no words", refusal(400, ""), "upload-refused", "what the index says"],
  ])("by %s has its own code and remedy", (_rule, refused, code, remedy) => {
    const error = explainUploadRefusal(refused);
    expect(error.code).toBe(code);
    expect(error.remedy).toContain(remedy);
    expect(error.message).toContain(refused.text === "" ? "It gives no reason." : refused.text);
    expect(error).toMatchObject({ filename: "a-1.0.tar.gz" });
  });
});

it.each([
  [503, false, "PyPI failed to take a-1.0.tar.gz (status 503). It says: why"],
  [
    503,
    true,
    "PyPI failed to take a-1.0.tar.gz (status 503). An attempt before this one may have stored the file. It says: why",
  ],
  [403, false, "PyPI refused a-1.0.tar.gz (status 403). It says: why"],
])("status %i, an attempt before it in doubt: %s, is said as what it is", (status, uncertain, message) => {
  expect(explainUploadRefusal({ ...refusal(status, "why"), uncertain }).message).toBe(message);
});

describe("'file exists'", () => {
  it.each([
    [refusal(400, "File already exists ('a', …)"), true],
    [refusal(409, "Conflict", elsewhere), true],
    [refusal(409, "The name 'a' conflicts with an existing project."), false],
    [refusal(409, "Conflict"), false],
    [refusal(400, "This filename was previously used by a file that has since been deleted."), false],
    [refusal(400, "Bad Request", elsewhere), false],
    [
      refusal(400, "Package 'a-1.0.tar.gz' already exists! You may start server with `--overwrite` option.", elsewhere),
      true,
    ],
    [refusal(400, "Package a-1.0.tar.gz already exists in index", elsewhere), true],
    [refusal(400, "A project of that name already exists", elsewhere), false],
    [refusal(400, "Validation failed: File name has already been taken", elsewhere), true],
    [refusal(403, "Not enough permissions to overwrite artifact 'r:a'", elsewhere), true],
    [refusal(403, "Not enough permissions to deploy", elsewhere), false],
    [refusal(403, "File already exists"), false],
  ])("is what PyPI's kept text and other indexes' 409 say, and nothing else", (refused, expected) => {
    expect(isFileExists(refused)).toBe(expected);
  });
});
