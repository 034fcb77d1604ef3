import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { decodeToken, encodeToken, restrict } from "../../emulator/index/macaroon.ts";
import { startWorld, type World } from "../../emulator/world.ts";
import { send } from "./http-client.ts";
import { mint } from "./minting.ts";
import { upload, verdict, wheel } from "./uploader.ts";

let world: World;
let now: number;

beforeEach(async () => {
  now = Date.now();
  world = await startWorld({ index: { processingMs: 0, now: () => now } });
  world.index.addPublisher({ project: "pkg", owner: "octo-org", repository: "sample", workflow: "release.yml" });
});

afterEach(() => world.close());

const judge = async (token: string, name = "pkg") => verdict(await upload(world.index, wheel({ name }), { token }));

function decoded(token: string) {
  const macaroon = decodeToken(token);
  if (macaroon === undefined) {
    throw new Error(`no macaroon: ${token}`);
  }
  return macaroon;
}

describe("the inside of a token (O-17)", () => {
  it("is a version 2 macaroon with the caveats of a minted token", async () => {
    const token = await mint(world);
    expect(Buffer.from(token.slice(5), "base64url").subarray(0, 2)).toEqual(Buffer.from([2, 1]));
    const { location, identifier, caveats } = decoded(token);
    const seconds = Math.floor(now / 1000);
    const [record] = world.index.state.mintedTokens;
    expect(location).toBe(new URL(world.index.origin).host);
    expect(identifier).toBe(record?.id);
    expect(caveats.map((caveat) => JSON.parse(caveat))).toEqual([
      [4, record?.publisher?.id, null],
      [2, [world.index.state.project("pkg")?.id]],
      [0, seconds + 900, seconds],
    ]);
  });

  it("holds names and numbers of the projects of a scoped token, the user of another", () => {
    const caveats = (token: string) => decoded(token).caveats.map((caveat) => JSON.parse(caveat));
    const { id } = world.index.state.project("pkg") ?? {};
    expect(caveats(world.index.addApiToken({ projects: ["Pkg"] }))).toEqual([
      [1, ["pkg"]],
      [2, [id]],
    ]);
    expect(caveats(world.index.addApiToken({ user: "ann" }))).toEqual([[3, "ann"]]);
  });

  it("survives decoding and encoding", async () => {
    const token = await mint(world);
    expect(encodeToken(decoded(token))).toBe(token);
  });
});

describe("the restrictions of a token (P-12)", () => {
  it("P-c33: an unknown tag, a text that is none, a changed signature", async () => {
    const macaroon = decoded(await mint(world));
    expect(await judge(encodeToken(restrict(macaroon, "[99]")))).toBe(
      "403 Invalid API Token: caveat has unknown tag: 99",
    );
    expect(await judge(encodeToken(restrict(macaroon, "hello")))).toBe("403 Invalid API Token: unknown error");
    const signature = Buffer.from(macaroon.signature).fill(0, 30);
    expect(await judge(encodeToken({ ...macaroon, signature }))).toBe("403 Invalid API Token: signatures do not match");
  });

  it("a caveat that was taken out is noticed", async () => {
    const macaroon = decoded(await mint(world));
    const caveats = macaroon.caveats.slice(0, 2);
    expect(await judge(encodeToken({ ...macaroon, caveats }))).toBe("403 Invalid API Token: signatures do not match");
  });

  it("holders can make a token expire earlier", async () => {
    const macaroon = decoded(world.index.addApiToken());
    const seconds = Math.floor(now / 1000);
    const short = encodeToken(restrict(macaroon, JSON.stringify([0, seconds + 10, seconds])));
    expect(await judge(short)).toBe("200 OK");
    now += 11_000;
    expect(await judge(short)).toBe("403 Invalid API Token: token is expired");
  });

  it("P-c28: an expired minted token, at once and a day later (O-15)", async () => {
    const token = await mint(world);
    now += 900_000;
    expect(await judge(token)).toBe("403 Invalid API Token: token is expired, token is expired");
    expect(await judge(token, "unknown")).toContain("400 Non-user identities cannot create new projects.");
    now += 86_400_000;
    expect(await judge(token)).toContain("403 Invalid or non-existent authentication information.");
  });

  it("a scoped token uploads to its project and creates none", async () => {
    const token = world.index.addApiToken({ projects: ["pkg"] });
    world.index.addProject("other");
    expect(await judge(token)).toBe("200 OK");
    expect(await judge(token, "other")).toContain(
      "403 Invalid API Token: project-scoped token is not valid for project: 'other'",
    );
    expect(await judge(token, "fresh")).toContain(
      "403 Invalid API Token: project-scoped token is not valid for project: 'fresh'",
    );
    expect(world.index.state.project("fresh")).toBeUndefined();
  });
});

describe("burning", () => {
  const burn = (token: unknown) =>
    send(`${world.index.origin}/_/oidc/burn-token`, { method: "POST", body: JSON.stringify({ token }) });

  it("makes a minted token unknown at once", async () => {
    const token = await mint(world);
    expect((await burn(token)).status).toBe(202);
    expect(world.index.state.mintedTokens[0]?.burnedAt).toBe(now);
    expect(await judge(token)).toContain("403 Invalid or non-existent authentication information.");
  });

  it("says 202 to every token and touches none of a user", async () => {
    const token = world.index.addApiToken();
    expect([(await burn(token)).status, (await burn("pypi-unknown")).status, (await burn(7)).status]).toEqual([
      202, 202, 422,
    ]);
    expect(await judge(token)).toBe("200 OK");
  });

  it("is 404 on an index that does not have it", async () => {
    const old = await startWorld({ index: { burnToken: false } });
    const reply = await send(`${old.index.origin}/_/oidc/burn-token`, { method: "POST", body: "{}" });
    await old.close();
    expect([reply.status, reply.headers["content-type"]]).toEqual([404, "text/html; charset=UTF-8"]);
  });
});
