import { describe, expect, it } from "@jest/globals";
import { parseRequirement } from "../../src/standards/requirement.ts";

describe("parseRequirement", () => {
  it.each([
    ["foo", "foo", undefined],
    [" foo_ ", "foo_", undefined],
    ["foo[a, b] (>=1,<2)", "foo", undefined],
    ["foo[]>=1,", "foo", undefined],
    ["foo===any-thing", "foo", undefined],
    ["foo==1.0+local ; python_version < '3.9' and (os.name == \"nt\" or 'x' not in extras)", "foo", undefined],
    ["foo @ https://e.com/a.whl", "foo", "https://e.com/a.whl"],
    ["foo @ git+https://e.com/x ; extra == 'dev'", "foo", "git+https://e.com/x"],
    ["foo @ https://e.com/a.whl;x", "foo", "https://e.com/a.whl;x"],
    ["foo>=1\n", "foo", undefined],
  ])("reads %j", (text, name, url) => {
    expect(parseRequirement(text)).toEqual({ name, url });
  });

  it.each([
    "",
    "-foo",
    "foo-",
    "foo>=1.*",
    "foo~=1",
    "foo=1",
    "foo>=1 <2",
    "foo (>=1",
    "foo[a",
    "foo[a b]",
    "foo===any thing",
    "foo>=1+local",
    "foo; color == 'red'",
    "foo; python_version >= 3",
    "foo; os_name == 'a' AND os_name == 'b'",
    "foo @ https://e.com/a.whl x",
    "foo\n>=1",
  ])("refuses %j", (text) => {
    expect(parseRequirement(text)).toBe("invalid");
  });

  it.each(["foo===1,2", "foo; os_name == '\\'", "foo; os_name == '\\x4'", "foo; os_name == 'a\nb'"])(
    "knows that Python's library fails for %j",
    (text) => {
      expect(parseRequirement(text)).toBe("unhandled");
    },
  );

  it("takes brackets within brackets to the depth that Python does, and no input overflows the stack", () => {
    const nested = (depth: number): string => `foo; ${"(".repeat(depth)}os_name == 'a'${")".repeat(depth)}`;
    expect(parseRequirement(nested(400))).toEqual({ name: "foo", url: undefined });
    expect(parseRequirement(nested(100_000))).toBe("unhandled");
  });
});
