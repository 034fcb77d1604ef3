import { describe, expect, it } from "@jest/globals";
import { parseContentType } from "../../src/standards/content-type.ts";

describe("parseContentType", () => {
  it.each<readonly [value: string, type: string, parameters: Record<string, string>]>([
    ["text/markdown", "text/markdown", {}],
    ["Text/X-RST ; CHARSET = UTF-8", "text/x-rst", { charset: "UTF-8" }],
    ['text/markdown;charset="UTF-8"; variant="G\\FM"', "text/markdown", { charset: "UTF-8", variant: "GFM" }],
    ['text/markdown; x="a;charset=b"', "text/markdown", { x: "a;charset=b" }],
    ["text/markdown; charset", "text/markdown", { charset: "" }],
    ["text/markdown; charset=; ;variant=GFM", "text/markdown", { variant: "GFM" }],
    ["text/markdown; charset=a; charset=b", "text/markdown", { charset: "a" }],
    ["text/markdown; variant=GFM CommonMark", "text/markdown", { variant: "GFM" }],
    ["text/markdown; charset=(c)UTF-8(d)", "text/markdown", { charset: "UTF-8" }],
    ["text/markdown, text/plain", "text/plain", {}],
    ["markdown", "text/plain", {}],
    ["text/markdown\n", "text/markdown", {}],
  ])("reads %j", (value, type, parameters) => {
    const read = parseContentType(value);
    expect([read.type, Object.fromEntries(read.parameters)]).toEqual([type, parameters]);
  });
});
