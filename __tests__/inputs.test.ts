import { describe, expect, it } from "@jest/globals";
import { inputDefaults } from "../emulator/runner/action-inputs.ts";
import { PublishError } from "../src/errors.ts";
import { parseInputs } from "../src/inputs.ts";

const given = (values: Record<string, string>) => parseInputs((name) => values[name]);

function faultsOf(values: Record<string, string>): string {
  try {
    given(values);
  } catch (error) {
    if (error instanceof PublishError && error.code === "input-invalid") {
      return error.message;
    }
    throw error;
  }
  throw new Error("the inputs were accepted");
}

describe("inputs", () => {
  it("have the peer's defaults when the workflow names none", () => {
    const inputs = given({});
    expect(inputs).toMatchObject({
      user: "__token__",
      packagesDir: "dist",
      verifyMetadata: true,
      skipExisting: false,
      verbose: false,
      printHash: false,
      attestations: "auto",
      warnings: [],
    });
    expect(inputs.target.uploadUrl.href).toBe("https://upload.pypi.org/legacy/");
    expect(inputs.password.isEmpty).toBe(true);
    expect(Object.isFrozen(inputs)).toBe(true);
  });

  it.each([
    [{ "trusted-publishing": "always", password: "pypi-x1234567" }, "`password` is given"],
    [{ "trusted-publishing": "always", "repository-url": "https://index.example/", user: "me" }, "`user` is given"],
    [{ "trusted-publishing": "never" }, "`password` is empty"],
    [{ "trusted-publishing": "sometimes" }, "accepted are automatic, always, never"],
    [{ "dry-run": "perhaps" }, '`dry-run` is "perhaps"; accepted are true and false'],
    [{ dry_run: "true" }, "`dry_run` is not known; write `dry-run`, or rename the environment variable INPUT_DRY_RUN"],
    [{ trusted_publishing: "never", ca_cert: "x.pem" }, "2 inputs are wrong"],
    [{ stage: "prod" }, "leave it out, or rename the environment variable INPUT_STAGE if that is what sets it"],
  ])("are refused when they contradict each other or say what is not there: %j", (values, fault) => {
    expect(faultsOf(values)).toContain(fault);
  });

  it.each([
    {},
    { "trusted-publishing": "always" },
    { "trusted-publishing": "never", password: "pypi-x1234567" },
    { "trusted-publishing": "never", "repository-url": "https://index.example/", user: "a-token" },
    { "trusted-publishing": "automatic", password: "pypi-x1234567", "dry-run": "true" },
    { "dry-run": "true", dry_run: "true" },
  ])("are accepted with or without trusted publishing: %j", (values) => {
    expect(given(values).dryRun).toBe("dry-run" in values);
  });

  it("keep an explicitly empty user apart from an unset one", () => {
    const elsewhere = { "repository-url": "https://index.example/upload/", password: "hunter2hunter2" };
    expect(given({ ...elsewhere, user: "" }).user).toBe("");
    expect(given(elsewhere).user).toBe("__token__");
  });

  it.each([
    [
      "repository_url",
      "https://index.example/up/",
      (i: ReturnType<typeof given>) => i.target.uploadUrl.href,
      "https://index.example/up/",
    ],
    ["packages_dir", "out", (i: ReturnType<typeof given>) => i.packagesDir, "out"],
    ["verify_metadata", "false", (i: ReturnType<typeof given>) => i.verifyMetadata, false],
    ["skip_existing", "True", (i: ReturnType<typeof given>) => i.skipExisting, true],
    ["print_hash", "TRUE", (i: ReturnType<typeof given>) => i.printHash, true],
  ])("take the older spelling %s with a deprecation message", (name, value, read, expected) => {
    const inputs = given({ [name]: value });
    expect(read(inputs)).toBe(expected);
    expect(inputs.warnings).toEqual([
      expect.stringContaining(`\`${name}\` is deprecated; write \`${name.replace("_", "-")}\``),
    ]);
  });

  it("have no spelling with underscores that would be left out without a word", async () => {
    const declared = [...(await inputDefaults("action.yml")).keys()];
    const older = declared.filter((name) => name.includes("_"));
    const others = declared.filter((name) => name.includes("-") && !older.includes(name.replaceAll("-", "_")));
    expect([older, others].map(({ length }) => length)).toEqual([5, 8]);
    for (const name of others) {
      expect(faultsOf({ [name.replaceAll("-", "_")]: "x" })).toContain(`is not known; write \`${name}\``);
    }
  });

  it("let the newer spelling count when both are given and differ", () => {
    const inputs = given({ "packages-dir": "new", packages_dir: "old" });
    expect(inputs.packagesDir).toBe("new");
    expect(inputs.warnings).toHaveLength(1);
  });

  it("report every fault at once with input, value and what is accepted", () => {
    const message = faultsOf({
      "repository-url": "https://pypi.org/project/sample/",
      verbose: "yes",
      "skip-existing": "1",
      attestations: "always",
    });
    expect(message).toContain("4 inputs are wrong");
    expect(message).toContain('`repository-url` is "https://pypi.org/project/sample/"');
    expect(message).toContain('`verbose` is "yes"; accepted are true and false');
    expect(message).toContain('`skip-existing` is "1"; accepted are true and false');
    expect(message).toContain('`attestations` is "always"; accepted are auto, true, required, false');
  });

  it("never show what stands before the @ of a URL", () => {
    for (const url of [
      "https://me:s3cretpass@index.example/up/",
      "me:s3cret/pass@index.example",
      "https://me:s3cr/et@pass@h/",
    ]) {
      const message = faultsOf({ "repository-url": url });
      expect(message).not.toMatch(/s3cr/);
    }
  });

  it("refuse a user name for PyPI and a password that is no API token, without showing it", () => {
    const user = faultsOf({ user: "alice", password: "pypi-abcdefgh" });
    expect(user).toContain("takes no user names");
    const password = faultsOf({ password: "correct-horse" });
    expect(password).toContain("begin with pypi-");
    expect(password).not.toContain("correct-horse");
  });

  it.each([
    ["the user", { user: `pypi-${"AgEIcHlwaS5vcmc".repeat(12)}` }],
    ["a flag", { verbose: "pypi-AgEIcHlwaS5vcmcCJDAw" }],
    ["the address", { "repository-url": "pypi-AgEIcHlwaS5vcmcCJDAw" }],
    ["a flag, the password", { verbose: "correct-horse", password: "correct-horse" }],
  ])("never show a secret that is given as %s by mistake", (_what, values) => {
    expect(faultsOf(values)).not.toMatch(/AgEIc|ageic|correct-horse/);
  });

  it("trim the line end that a pasted secret often has", () => {
    expect(given({ password: " pypi-abcdefgh\n" }).password.reveal()).toBe("pypi-abcdefgh");
  });

  it("warn when a user comes without a password", () => {
    const inputs = given({ user: "alice", "repository-url": "https://index.example/up/" });
    expect(inputs.warnings).toEqual([expect.stringContaining("`password` is empty")]);
  });
});
