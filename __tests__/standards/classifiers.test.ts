import { describe, expect, it } from "@jest/globals";
import { classifierLike, classifierReplacements, knownClassifiers } from "../../src/standards/classifiers.ts";

describe("classifiers", () => {
  it("are known, deprecated ones included", () => {
    expect(knownClassifiers().size).toBeGreaterThan(900);
    for (const classifier of [
      "Topic :: Utilities",
      "Development Status :: 1 - Planning",
      "Natural Language :: Ukranian",
    ]) {
      expect(knownClassifiers().has(classifier)).toBe(true);
    }
    expect(knownClassifiers().has("Private :: Do Not Upload")).toBe(false);
  });

  it("are replaced by others, or by none", () => {
    expect(classifierReplacements("Natural Language :: Ukranian")).toEqual(["Natural Language :: Ukrainian"]);
    expect(classifierReplacements("License :: OSI Approved :: X.Net License")).toEqual([]);
    expect(classifierReplacements("Topic :: Utilities")).toBeUndefined();
    expect(classifierReplacements("constructor")).toBeUndefined();
  });

  it("are found by what they are like", () => {
    expect(classifierLike("topic::utilities")).toBe("Topic :: Utilities");
    expect(classifierLike("Programming Language :: C")).toBe("Programming Language :: C");
    expect(classifierLike("programming language :: c++")).toBe("Programming Language :: C++");
    expect(classifierLike("Topic :: Nothing")).toBeUndefined();
  });
});
