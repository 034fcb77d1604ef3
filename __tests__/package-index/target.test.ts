import { describe, expect, it } from "@jest/globals";
import { isLoopback, parseTarget, publishingPage, releasePage } from "../../src/package-index/target.ts";

const PYPI = "https://upload.pypi.org/legacy/";
const TESTPYPI = "https://test.pypi.org/legacy/";

describe("repository-url", () => {
  it.each([
    [PYPI, "pypi", "https://pypi.org/"],
    ["https://upload.pypi.org/legacy", "pypi", "https://pypi.org/"],
    [TESTPYPI, "testpypi", "https://test.pypi.org/"],
    ["https://test.pypi.org/legacy", "testpypi", "https://test.pypi.org/"],
    ["https://gitlab.example/api/v4/projects/7/packages/pypi", "other", "https://gitlab.example/"],
    ["http://127.0.0.1:8080/", "other", "http://127.0.0.1:8080/"],
    ["http://localhost:3141/alice/dev/", "other", "http://localhost:3141/"],
    ["http://[::1]:8080/legacy/", "other", "http://[::1]:8080/"],
  ])("%s is an upload address of kind %s", (url, kind, site) => {
    const target = parseTarget(url);
    if ("fault" in target) {
      throw new Error(target.fault);
    }
    expect(target.kind).toBe(kind);
    expect(target.site.href).toBe(site);
  });

  it.each([
    ["https://pypi.org/project/sample/", "is the page of a project", PYPI],
    ["https://pypi.org/simple/", "is the Simple API", PYPI],
    ["https://pypi.org/", "is not an upload address", PYPI],
    ["https://upload.pypi.org/", "is not an upload address", PYPI],
    ["https://pypi.org/legacy/", "is not an upload address", PYPI],
    ["https://test.pypi.org/simple/sample/", "is the Simple API", TESTPYPI],
    ["https://test.pypi.org/project/sample/", "is the page of a project", TESTPYPI],
    ["http://upload.pypi.org/legacy/", "plain http", PYPI],
    ["http://index.example/up/", "plain http", "https://index.example/up/"],
    ["upload.pypi.org/legacy/", "has no scheme", PYPI],
    ["test.pypi.org/legacy/", "has no scheme", TESTPYPI],
    ["index.example/up/", "has no scheme", "https://index.example/up/"],
    ["pypi", "is no URL", PYPI],
    ["testpypi", "is no URL", TESTPYPI],
    ["intranet", "has to begin with https://", ""],
    ["https:/index.example/up/", "has no scheme", "https://index.example/up/"],
    ["index.example:8443/simple/", "is a Simple API address", "https://index.example:8443/"],
    ["user:pw@index.example/up/", "holds credentials", ""],
    [
      "http://nexus.example/repository/py/simple",
      "besides, it is a Simple API",
      "https://nexus.example/repository/py/",
    ],
    ["https://nexus.example/repository/py/simple", "Simple API address", "https://nexus.example/repository/py/"],
    [
      "https://h.example/artifactory/api/pypi/repo/simple/",
      "Simple API",
      "https://h.example/artifactory/api/pypi/repo/",
    ],
    ["https://devpi.example/alice/dev/+simple/", "Simple API", "https://devpi.example/alice/dev/"],
    ["https://pulp.example/pypi/main/simple/", "Simple API", "https://pulp.example/pypi/main/legacy/"],
    [
      "https://pkgs.dev.azure.com/o/p/_packaging/f/pypi/simple/",
      "Simple API",
      "https://pkgs.dev.azure.com/o/p/_packaging/f/pypi/upload/",
    ],
    ["ftp://index.example/", "only https", ""],
    ["https://index.example/up/#frag", "fragment", "https://index.example/up/"],
    ["https://", "is not a URL", ""],
  ])("%s is refused: it %s, and the right one is named", (url, words, right) => {
    const target = parseTarget(url);
    if (!("fault" in target)) {
      throw new Error("accepted");
    }
    expect(target.fault).toContain(words);
    expect(target.fault).toContain(right);
    if (!/pypi/.test(url)) {
      expect(target.fault).not.toContain("pypi.org");
    }
  });

  it("with credentials is refused without repeating them", () => {
    const target = parseTarget("https://user:geheim@index.example/up/");
    expect(target).toEqual({ fault: expect.stringContaining("`user` and `password`") });
    expect(JSON.stringify(target)).not.toContain("geheim");
  });

  it.each([
    ["127.0.0.1", true],
    ["127.8.9.10", true],
    ["localhost", true],
    ["[::1]", true],
    ["127.0.0.1.evil.example", false],
    ["localhost.evil.example", false],
    ["128.0.0.1", false],
  ])("counts %s as loopback: %s", (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe("pages of an index", () => {
  it("exist for PyPI, with names that need escaping escaped", () => {
    const target = parseTarget(PYPI);
    if ("fault" in target) {
      throw new Error(target.fault);
    }
    expect(releasePage(target, "sample", "1!1.0")).toBe("https://pypi.org/project/sample/1!1.0/");
    const query = new URLSearchParams({ provider: "github", owner: "o", workflow_filename: "a b.yml" });
    expect(publishingPage(target, "sample", query)).toBe(
      "https://pypi.org/manage/project/sample/settings/publishing/?provider=github&owner=o&workflow_filename=a+b.yml",
    );
  });
});
