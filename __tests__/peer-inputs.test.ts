import { beforeEach, describe, expect, it } from "@jest/globals";
import { inputDefaults } from "../emulator/runner/action-inputs.ts";
import { discoverDistributions } from "../src/distribution/discover.ts";
import { PublishError } from "../src/errors.ts";
import { type PublishInputs, parseInputs } from "../src/inputs.ts";
import { buildSdist, buildWheel } from "./builders/archives.ts";
import { useWorkspace } from "./distribution/workspace.ts";

// `with:` blocks as they stand in the workflows of users of pypa/gh-action-pypi-publish, their expressions replaced by the
// values they have when the step runs. Each is accepted as that action accepts it, or refused with a reason.

type With = Readonly<Record<string, string>>;

interface Accepted {
  /** Which of the files in the workspace are published; those of `dist` when absent. */
  readonly files?: readonly string[];
  readonly uploadUrl?: string;
  readonly inputs?: Partial<PublishInputs>;
  readonly password?: string;
  readonly warnings?: readonly RegExp[];
}

const workspace = useWorkspace();
const wheel = buildWheel();
const sdist = buildSdist();
const other = buildWheel({ name: "other" });
const RELEASE = [wheel.filename, sdist.filename];
const PYPI = "https://upload.pypi.org/legacy/";
const TESTPYPI = "https://test.pypi.org/legacy/";
const TOKEN = "pypi-AgEIcHlwaS5vcmcCJDAw";
const PRIVATE = "https://index.example/simple-upload/";

beforeEach(async () => {
  await workspace().putArchives("dist", wheel, sdist);
  await workspace().putArchives("python/pkg/dist", other);
  await workspace().putArchives("my packages", other);
  await workspace().putArchives("artifacts/wheels-linux", wheel);
  await workspace().put({ "README.md": "", "empty/": "" });
});

/** The inputs of a step as the runner hands them over: what the workflow says, and the defaults of action.yml. */
async function run(given: With): Promise<{ readonly inputs: PublishInputs; readonly files: readonly string[] }> {
  const values = new Map([...(await inputDefaults("action.yml")), ...Object.entries(given)]);
  const inputs = parseInputs((name) => values.get(name));
  const packagesDir = inputs.packagesDir.replaceAll("WORKSPACE", workspace().path);
  const { candidates } = await discoverDistributions({ packagesDir, workspace: workspace().path });
  return { inputs, files: candidates.map(({ filename }) => filename) };
}

async function expectAccepted(given: With, accepted: Accepted): Promise<void> {
  const { inputs, files } = await run(given);
  expect(files).toEqual(accepted.files ?? RELEASE);
  expect(inputs.target.uploadUrl.href).toBe(accepted.uploadUrl ?? PYPI);
  expect(inputs.password.reveal()).toBe(accepted.password ?? "");
  expect(inputs).toMatchObject(accepted.inputs ?? {});
  expect(inputs.warnings).toEqual((accepted.warnings ?? []).map((text) => expect.stringMatching(text)));
}

async function expectRefused(given: With, reason: RegExp): Promise<void> {
  const error = await run(given).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PublishError);
  const { message, remedy } = error instanceof PublishError ? error : { message: "", remedy: "" };
  expect(message).toMatch(reason);
  expect(remedy).toMatch(/\w/);
}

describe("where to publish", () => {
  it.each<[string, With, Accepted]>([
    ["nothing at all", {}, {}],
    ["an expression without a value", { "repository-url": "" }, {}],
    ["TestPyPI", { "repository-url": TESTPYPI }, { uploadUrl: TESTPYPI }],
    ["TestPyPI, no slash", { "repository-url": "https://test.pypi.org/legacy" }, { uploadUrl: TESTPYPI }],
    ["PyPI, no slash", { "repository-url": "https://upload.pypi.org/legacy" }, {}],
    ["PyPI by name", { "repository-url": PYPI }, {}],
    ["a line end", { "repository-url": `${TESTPYPI}\n` }, { uploadUrl: TESTPYPI }],
    ["upper case host", { "repository-url": "https://Test.PyPI.org/legacy/" }, { uploadUrl: TESTPYPI }],
    [
      "older spelling",
      { repository_url: TESTPYPI },
      { uploadUrl: TESTPYPI, warnings: [/`repository_url` is deprecated/] },
    ],
    [
      "both spellings, one value",
      { repository_url: TESTPYPI, "repository-url": TESTPYPI },
      { uploadUrl: TESTPYPI, warnings: [/deprecated/] },
    ],
    [
      "both spellings, two values",
      { repository_url: PYPI, "repository-url": TESTPYPI },
      { uploadUrl: TESTPYPI, warnings: [/`repository-url` counts/] },
    ],
    [
      "new spelling without value",
      { repository_url: TESTPYPI, "repository-url": "" },
      { uploadUrl: TESTPYPI, warnings: [/deprecated/] },
    ],
    [
      "a private index",
      { "repository-url": PRIVATE, user: "ci", password: "secret-of-ci" },
      { uploadUrl: PRIVATE, password: "secret-of-ci", inputs: { user: "ci" } },
    ],
    [
      "GitLab",
      {
        "repository-url": "https://gitlab.example/api/v4/projects/7/packages/pypi",
        user: "gitlab-ci-token",
        password: "glcbt-1234",
      },
      { uploadUrl: "https://gitlab.example/api/v4/projects/7/packages/pypi", password: "glcbt-1234" },
    ],
    [
      "an index on this machine",
      { "repository-url": "http://localhost:8080/", user: "a", password: "pass-word" },
      { uploadUrl: "http://localhost:8080/", password: "pass-word" },
    ],
  ])("takes %s", (_what, given, accepted) => expectAccepted(given, accepted));

  it.each<[string, With, RegExp]>([
    [
      "the site of PyPI",
      { "repository-url": "https://pypi.org/legacy/" },
      /write https:\/\/upload\.pypi\.org\/legacy\//,
    ],
    [
      "the site of TestPyPI",
      { "repository-url": "https://test.pypi.org/" },
      /write https:\/\/test\.pypi\.org\/legacy\//,
    ],
    [
      "the Simple API",
      { "repository-url": "https://test.pypi.org/simple/" },
      /installers read; write https:\/\/test\.pypi\.org\/legacy\//,
    ],
    [
      "the former upload address",
      { "repository-url": "https://pypi.python.org/pypi" },
      /write https:\/\/upload\.pypi\.org\/legacy\//,
    ],
    ["a name of .pypirc", { "repository-url": "testpypi" }, /write https:\/\/test\.pypi\.org\/legacy\//],
    [
      "no scheme",
      { "repository-url": "test.pypi.org/legacy/" },
      /has no scheme; write https:\/\/test\.pypi\.org\/legacy\//,
    ],
    ["plain http", { "repository-url": "http://index.example/" }, /plain http/],
    ["credentials in the address", { "repository-url": "https://me:pw-of-me@index.example/" }, /holds credentials/],
  ])("refuses %s", (_what, given, reason) => expectRefused(given, reason));
});

describe("what to publish", () => {
  it.each<[string, With, Accepted]>([
    ["dist", { "packages-dir": "dist" }, {}],
    ["an expression without a value", { "packages-dir": "" }, {}],
    ["a slash at the end", { "packages-dir": "dist/" }, {}],
    ["two slashes at the end", { "packages-dir": "dist//" }, {}],
    ["./dist", { "packages-dir": "./dist" }, {}],
    ["./dist/", { "packages-dir": "./dist/" }, {}],
    ["dist/*", { "packages-dir": "dist/*" }, {}],
    ["dist/*.whl", { "packages-dir": "dist/*.whl" }, { files: [wheel.filename] }],
    ["a nested folder", { "packages-dir": "python/pkg/dist" }, { files: [other.filename] }],
    ["a folder of a matrix", { "packages-dir": "./python/pkg/dist/" }, { files: [other.filename] }],
    ["one of several folders", { "packages-dir": "python/*/dist" }, { files: [other.filename] }],
    ["the folders of artifacts", { "packages-dir": "artifacts/*/" }, { files: [wheel.filename] }],
    ["an absolute path", { "packages-dir": "WORKSPACE/dist" }, {}],
    ["the path in the peer's container", { "packages-dir": "/github/workspace/dist/" }, {}],
    ["a folder with a space", { "packages-dir": "my packages" }, { files: [other.filename] }],
    ["a way around", { "packages-dir": "python/../dist" }, {}],
    ["backslashes of a Windows job", { "packages-dir": "python\\pkg\\dist\\" }, { files: [other.filename] }],
    ["several lines", { "packages-dir": "dist\npython/pkg/dist\n" }, { files: [other.filename, ...RELEASE] }],
    [
      "older spelling",
      { packages_dir: "python/pkg/dist/" },
      { files: [other.filename], warnings: [/`packages_dir` is deprecated/] },
    ],
  ])("takes %s", (_what, given, accepted) => expectAccepted(given, accepted));

  it.each<[string, With, RegExp]>([
    ["a folder that is not there", { "packages-dir": "wheelhouse" }, /"wheelhouse" .* does not exist/],
    ["an empty folder", { "packages-dir": "empty" }, /is an empty folder/],
    ["the root of the repository", { "packages-dir": "." }, /"dist" is a folder with/],
    [
      "artifacts that were not merged",
      { "packages-dir": "artifacts" },
      /"artifacts\/wheels-linux" is a folder with .* inside/,
    ],
    [
      "two folders in one line",
      { "packages-dir": "dist python/pkg/dist" },
      /"dist python\/pkg\/dist" .* does not exist/,
    ],
    ["a file that is none", { "packages-dir": "README.md" }, /no wheel/],
  ])("refuses %s", (_what, given, reason) => expectRefused(given, reason));
});

describe("as whom to publish", () => {
  it.each<[string, With, Accepted]>([
    ["a token", { password: TOKEN }, { password: TOKEN }],
    ["user and token", { user: "__token__", password: TOKEN }, { password: TOKEN }],
    ["a secret that is not set", { user: "__token__", password: "" }, {}],
    ["a token with a line end", { password: `${TOKEN}\n` }, { password: TOKEN }],
    [
      "an empty user for a registry that wants one",
      { user: "", password: "key-of-registry", "repository-url": PRIVATE },
      { uploadUrl: PRIVATE, password: "key-of-registry", inputs: { user: "" } },
    ],
    [
      "another kind of token elsewhere",
      { password: "AKCp8token", "repository-url": PRIVATE },
      { uploadUrl: PRIVATE, password: "AKCp8token" },
    ],
    [
      "a user whose secret is not set, elsewhere",
      { user: "ci", password: "", "repository-url": PRIVATE },
      { uploadUrl: PRIVATE, warnings: [/`password` is empty/] },
    ],
  ])("takes %s", (_what, given, accepted) => expectAccepted(given, accepted));

  it.each<[string, With, RegExp]>([
    [
      "user name and password, which PyPI no longer takes",
      { user: "alice", password: "correct-horse" },
      /takes no user names/,
    ],
    ["a password in place of a token", { password: "correct-horse" }, /no API token of PyPI/],
    ["an empty user for PyPI", { user: "", password: TOKEN }, /takes no user names/],
  ])("refuses %s", (_what, given, reason) => expectRefused(given, reason));
});

describe("how to publish", () => {
  it.each<[string, With, Partial<PublishInputs>]>([
    [
      "true",
      { "skip-existing": "true", verbose: "true", "print-hash": "true" },
      { skipExisting: true, verbose: true, printHash: true },
    ],
    ["True", { "skip-existing": "True", verbose: "TRUE" }, { skipExisting: true, verbose: true }],
    ["False", { "verify-metadata": "False" }, { verifyMetadata: false }],
    [
      "an environment variable without value",
      { "skip-existing": "", "verify-metadata": "", verbose: "" },
      { skipExisting: false, verifyMetadata: true, verbose: false },
    ],
    ["a comparison", { "skip-existing": "false", verbose: "false" }, { skipExisting: false, verbose: false }],
    ["attestations: true", { attestations: "true" }, { attestations: "true" }],
    ["attestations: False", { attestations: "False" }, { attestations: "false" }],
    ["attestations without value", { attestations: "" }, { attestations: "auto" }],
  ])("takes %s", (_what, given, inputs) => expectAccepted(given, { inputs }));

  it.each([
    ["verify_metadata", "false", { verifyMetadata: false }],
    ["skip_existing", "true", { skipExisting: true }],
    ["print_hash", "True", { printHash: true }],
  ])("takes the older spelling %s", (name, value, inputs) =>
    expectAccepted({ [name]: value }, { inputs, warnings: [new RegExp(`\`${name}\` is deprecated`)] }),
  );

  // There, everything but `false` means yes, so that `no` and `0` switch on what they should switch off.
  it.each(["no", "yes", "0", "1", "on", "'true'"])("refuses %p as a truth value", (value) =>
    expectRefused({ "skip-existing": value }, /`skip-existing` is .*; accepted are true and false/),
  );
});
