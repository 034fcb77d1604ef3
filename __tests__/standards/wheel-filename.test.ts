import { describe, expect, it } from "@jest/globals";
import { PublishError } from "../../src/errors.ts";
import { parseWheelFilename } from "../../src/standards/wheel-filename.ts";

describe("parseWheelFilename", () => {
  it("takes a name without build tag apart", () => {
    expect(parseWheelFilename("sample_project-1.0.0-py2.py3-none-any.whl")).toEqual({
      name: "sample_project",
      version: "1.0.0",
      build: undefined,
      pythonTag: "py2.py3",
      abiTag: "none",
      platformTag: "any",
    });
  });

  it("takes a name with build tag and compressed platforms apart", () => {
    const name = "sonar-1!0.1-1abc-cp311-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl";
    expect(parseWheelFilename(name)).toEqual({
      name: "sonar",
      version: "1!0.1",
      build: "1abc",
      pythonTag: "cp311",
      abiTag: "abi3",
      platformTag: "manylinux2014_x86_64.manylinux_2_17_x86_64",
    });
  });

  it.each([
    ["pkg.whl", "is not of the form"],
    ["pkg-1.0.whl", "is not of the form"],
    ["pkg-1.0-py3-none.whl", "is not of the form"],
    ["pkg-1.0-1-py3-none-any-x.whl", "is not of the form"],
    ["pkg-1.0-py3--any.whl", "is not of the form"],
    ["pkg-1.0-py3-none-any.WHL", "is not of the form"],
    ["pkg-1.0-py3-none-any.zip", "is not of the form"],
    ["p kg-1.0-py3-none-any.whl", 'has the project name "p kg"'],
    ["p__kg-1.0-py3-none-any.whl", 'has the project name "p__kg"'],
    ["pkg-one-py3-none-any.whl", 'has the version "one"'],
    ["pkg-1.0-x1-py3-none-any.whl", 'has the build tag "x1"'],
    ["pkg-\n1.0-x1-py3-none-any.whl", '"pkg-\\n1.0'],
  ])("refuses %j", (filename, problem) => {
    const parse = (): unknown => parseWheelFilename(filename);
    expect(parse).toThrow(PublishError);
    expect(parse).toThrow(problem);
    expect(parse).toThrow(expect.objectContaining({ code: "distribution-invalid", filename }));
  });
});
