import { describe, expect, it } from "@jest/globals";
import { Secret } from "../../src/secret.ts";
import { authorization, givenCredential, secretForms } from "../../src/trusted-publishing/credential.ts";

const decoded = (user: string, password: string) => {
  const value = authorization(givenCredential(user, new Secret(password))).reveal();
  return Buffer.from(value.replace(/^Basic /, ""), "base64").toString("utf8");
};

describe("a credential", () => {
  it("is sent as Basic, a token as password of __token__ (H-23)", () => {
    expect(givenCredential("__token__", new Secret("pypi-x")).kind).toBe("api-token");
    expect(decoded("__token__", "pypi-x")).toBe("__token__:pypi-x");
    expect(decoded("älice", "pä:ss")).toBe("älice:pä:ss");
    expect(decoded("", "token-only")).toBe(":token-only");
  });

  it("is masked in the two forms that go over the wire", () => {
    const forms = secretForms({ kind: "minted", token: new Secret("pypi-abc"), expiresAt: 0 });
    expect(forms.map((form) => form.reveal())).toEqual([
      "pypi-abc",
      Buffer.from("__token__:pypi-abc").toString("base64"),
    ]);
    // Some registries take a token as user name and no password.
    expect(secretForms(givenCredential("the-token", new Secret(""))).map((form) => form.reveal())).toContain(
      "the-token",
    );
    expect(secretForms(givenCredential("", new Secret("")))).toEqual([]);
  });
});
