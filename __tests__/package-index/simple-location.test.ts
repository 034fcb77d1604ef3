import { describe, expect, it } from "@jest/globals";
import { guessedSimpleApis, locateSimpleApi, parseCheckUrl } from "../../src/package-index/simple-location.ts";
import { Secret } from "../../src/secret.ts";
import { PYPI, TESTPYPI, target } from "../builders/targets.ts";

const OTHER = target("https://index.example/up/");

describe("check-url", () => {
  it.each([
    ["https://index.example/simple", "https://index.example/simple/"],
    ["https://index.example/alice/dev/+simple/", "https://index.example/alice/dev/+simple/"],
    ["http://127.0.0.1:8080/simple/", "http://127.0.0.1:8080/simple/"],
    ["https://reader:secret@read.example/simple/", "https://read.example/simple/"],
  ])("%s is the base %s", (value, base) => {
    const parsed = parseCheckUrl(value, OTHER);
    expect("url" in parsed ? parsed.url.href : parsed.fault).toBe(base);
  });

  it("keeps user and password apart, decoded and hidden", () => {
    const parsed = parseCheckUrl("https://re%40der:se%2Fcret@read.example/simple/", OTHER);
    const login = "url" in parsed ? parsed.login : undefined;
    expect([login?.user, login?.password.reveal()]).toEqual(["re@der", "se/cret"]);
    expect(JSON.stringify(parsed)).not.toContain("cret");
  });

  it.each([
    ["index.example/simple/", OTHER, "has to begin with https://"],
    ["ftp://index.example/simple/", OTHER, "has to begin with https://"],
    ["http://index.example/simple/", OTHER, "write https://index.example/simple/"],
    ["https://index.example/simple/?x=1", OTHER, "write https://index.example/simple/"],
    ["https://index.example/up/", OTHER, "is an upload address"],
    ["https://index.example/legacy", OTHER, "is an upload address"],
    ["https://pypi.org/simple/", OTHER, "belongs to PyPI"],
    ["https://test.pypi.org/simple/", PYPI, "belongs to TestPyPI"],
    ["https://pypi.org/simple/", TESTPYPI, "belongs to PyPI"],
    ["https://upload.pypi.org/legacy/", PYPI, "write https://pypi.org/simple/"],
    ["https://pypi.org/project/sample/", PYPI, "write https://pypi.org/simple/"],
  ])("%s is refused", (value, index, words) => {
    const parsed = parseCheckUrl(value, index);
    expect("fault" in parsed ? parsed.fault : "accepted").toContain(words);
  });

  it.each([
    ["https://pypi.org/simple/", PYPI],
    ["https://test.pypi.org/simple", TESTPYPI],
    ["https://mirror.example/simple/", PYPI],
  ])("%s is accepted for its own index, and for a mirror", (value, index) => {
    expect(parseCheckUrl(value, index)).toHaveProperty("url");
  });
});

describe("where the Simple API is", () => {
  const unknown = {
    checkUrl: undefined,
    trustedPublishing: false,
    uploadAuthorization: undefined,
    checkAuthorization: undefined,
  };
  const uploadAuthorization = new Secret("Basic abc");

  it("is published for PyPI and TestPyPI, and read without a credential", () => {
    expect(locateSimpleApi({ ...unknown, target: PYPI, uploadAuthorization })).toEqual({
      url: new URL("https://pypi.org/simple/"),
      source: "published",
    });
    expect(locateSimpleApi({ ...unknown, target: TESTPYPI })?.url.href).toBe("https://test.pypi.org/simple/");
  });

  it("is unknown for others without check-url, and assumed where publishers are trusted", () => {
    expect(locateSimpleApi({ ...unknown, target: OTHER, uploadAuthorization })).toBeUndefined();
    expect(locateSimpleApi({ ...unknown, target: OTHER, trustedPublishing: true })).toEqual({
      url: new URL("https://index.example/simple/"),
      source: "assumed",
    });
  });

  it.each([
    ["https://index.example/simple/", true],
    ["https://index.example:8443/simple/", false],
    ["https://read.example/simple/", false],
  ])("%s gets the upload's credential: %s", (url, sent) => {
    const checkUrl = { url: new URL(url) };
    const located = locateSimpleApi({ ...unknown, target: OTHER, checkUrl, uploadAuthorization });
    expect(located?.authorization).toBe(sent ? uploadAuthorization : undefined);
  });
});

describe("guesses after a refusal", () => {
  it.each([
    ["https://gitlab.example/api/v4/projects/7/packages/pypi", "/api/v4/projects/7/packages/pypi/simple/"],
    ["https://devpi.example/alice/dev/", "/alice/dev/+simple/"],
    ["https://pkgs.dev.azure.com/o/_packaging/f/pypi/upload/", "/o/_packaging/f/pypi/simple/"],
    ["https://pulp.example/pypi/main/legacy/", "/pypi/main/simple/"],
    ["https://pypiserver.example/", "/simple/"],
  ])("for %s include %s", (url, path) => {
    const guesses = guessedSimpleApis(target(url));
    expect(guesses.map(({ pathname }) => pathname)).toContain(path);
    expect(guesses.every(({ origin }) => origin === new URL(url).origin)).toBe(true);
  });
});
