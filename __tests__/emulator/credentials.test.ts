import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import { parsed } from "./http-client.ts";
import { basic, NO_ISSUER, upload, verdict, wheel } from "./uploader.ts";

let index: EmulatedIndex;

beforeEach(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0 });
});

afterEach(() => index.close());

const UNKNOWN = "403 Invalid or non-existent authentication information. See https://pypi.org/help/#invalid-auth";

const judge = async (authorization: string) => verdict(await upload(index, wheel(), { headers: { authorization } }));

describe("credentials", () => {
  it("H-c28: a token is taken as Basic, Bearer and token, white space removed in Basic only (H-23)", async () => {
    const token = index.addApiToken();
    for (const authorization of [
      basic(token),
      basic(`${token}\n`),
      `Bearer ${token}`,
      `token ${token}`,
      `bearer ${token}`,
    ]) {
      expect(await judge(authorization)).toBe("200 OK");
    }
    expect(await judge(`Bearer  ${token}`)).toContain(UNKNOWN);
  });

  it.each([
    ["H-c29: one word", "pypi-abc"],
    ["H-c29: another scheme", "Digest abc"],
    ["H-c30: Basic that is not base64", "Basic ###"],
    ["H-c30: Basic without colon", `Basic ${Buffer.from("notarealtoken").toString("base64")}`],
    ["an empty token", basic("")],
    ["O-c28: no prefix", basic("AgEIcHlwaS5vcmc")],
    ["O-c28: a prefix and no base64", basic("pypi-#")],
  ])("%s is no identity (H-23, O-17)", async (_case, authorization) => {
    expect(await judge(authorization)).toContain(UNKNOWN);
  });

  it("H-c29: no header is no identity (H-23)", async () => {
    const form = await upload(index, wheel(), { headers: { authorization: "" } });
    expect(verdict(form)).toContain(UNKNOWN);
  });

  it("a token of another index is no identity (H-23)", async () => {
    const other = await startIndex({ issuer: NO_ISSUER });
    const token = other.addApiToken();
    await other.close();
    expect(await judge(basic(token))).toContain(UNKNOWN);
  });

  it("H-c31: user and password are refused, with the text in code only (H-24, H-20)", async () => {
    const reply = await upload(index, wheel(), { headers: { authorization: basic("secret", "someuser") } });
    expect(verdict(reply)).toContain(
      "403 Username/Password authentication is no longer supported. Migrate to API Tokens",
    );
    expect(parsed(reply).code).toContain("403 Username/Password authentication is no longer supported.");
    expect(parsed(reply).message).not.toContain("Username");
  });

  it("user and password work where an index takes them", async () => {
    const own = await startIndex({ issuer: NO_ISSUER, userPassword: { user: "ann", password: "päss:word" } });
    const right = await upload(own, wheel(), { headers: { authorization: basic("päss:word", "ann") } });
    const wrong = await upload(own, wheel(), { headers: { authorization: basic("guess", "ann") } });
    await own.close();
    expect([verdict(right), verdict(wrong)]).toEqual(["200 OK", expect.stringContaining(UNKNOWN)]);
  });

  it("H-c32: the switches come before the credentials, read-only mode first (H-25)", async () => {
    index.switches.uploadsDisabled = true;
    expect(await judge("nonsense")).toContain(
      "403 New uploads are temporarily disabled. See https://pypi.org/help/#admin-intervention",
    );
    index.switches.readOnly = true;
    expect(await judge("nonsense")).toBe("403 Read-only mode: Uploads are temporarily disabled.");
  });

  it("come before the protocol version and the form (H-06, H-14)", async () => {
    const fields = { protocol_version: "2", filetype: null };
    expect(verdict(await upload(index, wheel(), { fields, headers: { authorization: "x" } }))).toContain(UNKNOWN);
    expect(verdict(await upload(index, wheel(), { fields }))).toBe("400 Unknown protocol version.");
  });
});
