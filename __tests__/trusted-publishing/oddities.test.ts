import { expect, it } from "@jest/globals";
import { repositoriesIn } from "../../src/trusted-publishing/oddities.ts";

it.each([
  ["Source, https://github.com/Octo-Org/Sample.Repo", ["Octo-Org/Sample.Repo"]],
  ["https://github.com/octo-org/sample.git", ["octo-org/sample"]],
  ["Issues, http://www.github.com/octo-org/sample/issues?q=1", ["octo-org/sample"]],
  ["https://github.com/sponsors/octocat", []],
  ["https://octo-org.github.io/sample", []],
  ["https://github.com/octo-org", []],
  ["https://notgithub.com/octo-org/sample", []],
])("the repositories in %j are %j", (url, expected) => {
  expect(repositoriesIn([url, url])).toEqual(expected);
});
