import { describe, expect, it } from "@jest/globals";
import { encodeToken, makeMacaroon } from "../../emulator/index/macaroon.ts";
import { Secret } from "../../src/secret.ts";
import { tokenScope } from "../../src/trusted-publishing/token-scope.ts";

const token = (...caveats: readonly unknown[]) =>
  encodeToken(
    makeMacaroon(
      Buffer.alloc(32),
      "pypi.org",
      "3f4a9c1e-0000-4000-8000-000000000000",
      caveats.map((caveat) => JSON.stringify(caveat)),
    ),
  );

describe("the scope of a token (O-17)", () => {
  const ids = Array.from({ length: 40 }, (_, n) => `00000000-0000-4000-8000-0000000000${n + 10}`);

  it.each<[string, string, readonly string[] | undefined, number]>([
    ["a whole account", token([3, "user-id"]), undefined, Number.POSITIVE_INFINITY],
    ["one project", token([1, ["sample-project"]], [2, ["id"]]), ["sample-project"], 1],
    ["one project, as older tokens say it", token({ version: 1, permissions: { projects: ["A.b"] } }), ["a-b"], 1],
    ["a whole account, as older tokens say it", token({ version: 1, permissions: "user" }), undefined, Infinity],
    ["a publisher of one project", token([4, "publisher", null], [2, ["id"]], [0, 2, 1]), undefined, 1],
    ["a publisher of forty projects", token([2, ids]), undefined, 40],
    ["what is left of two limits", token([1, ["a", "b"]], [1, ["b", "c"]], [2, ["1", "2"]]), ["b"], 1],
    ["what nobody knows", token([9, "new"], "text", null, 7), undefined, Infinity],
    ["nothing that can be read: another index's token", "pypi-notAMacaroonAtAll", undefined, Infinity],
    ["nothing that can be read: cut", token([1, ["a"]]).slice(0, 60), undefined, Infinity],
    ["nothing that can be read: a password", "correct horse", undefined, Infinity],
  ])("is %s", (_what, text, names, most) => {
    const scope = tokenScope(new Secret(text));
    expect({ names: scope.names && [...scope.names], most: scope.most }).toEqual({ names, most });
  });

  it("of bytes that lie about their lengths is found in bounded time", () => {
    for (const bytes of [
      [2, 1, 0xff],
      [2, 2, ...Array<number>(2000).fill(0xff)],
      [2, 2, 0xff, 0xff, 0xff, 0xff, 0x7f],
    ]) {
      expect(tokenScope(new Secret(`pypi-${Buffer.from(bytes).toString("base64url")}`)).names).toBeUndefined();
    }
  });
});
