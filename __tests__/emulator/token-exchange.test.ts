import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { JobOptions } from "../../emulator/github/job-options.ts";
import { startWorld, type World } from "../../emulator/world.ts";
import { parsed, send } from "./http-client.ts";
import { exchange, mint, refusal } from "./minting.ts";
import { upload, verdict, wheel } from "./uploader.ts";

let world: World;
let now: number;

beforeEach(async () => {
  now = Date.now();
  world = await startWorld({ index: { processingMs: 0, now: () => now } });
});

afterEach(() => world.close());

const PUBLISHER = { owner: "octo-org", repository: "sample", workflow: "release.yml" };
const NOT_FOUND =
  "422 Token request failed invalid-publisher: valid token, but no corresponding publisher (Publisher with matching claims was not found)";

const publisher = (change = {}) => world.index.addPublisher({ project: "pkg", ...PUBLISHER, ...change });
const judge = async (job: JobOptions) => refusal(await exchange(world, await world.github.identityToken(job)));

describe("the audience", () => {
  it("O-c01: is told, or refused while trusted publishing is off (O-01)", async () => {
    const url = `${world.index.origin}/_/oidc/audience`;
    expect((await send(url)).text).toBe('{"audience":"pypi"}');
    world.index.switches.trustedPublishing = false;
    const off = await send(url);
    expect([off.status, parsed(off)]).toEqual([403, { message: "Trusted publishing functionality not enabled" }]);
  });

  it.each(["GET", "PUT"])("is not minted with %s", async (method) => {
    expect((await send(`${world.index.origin}/_/oidc/mint-token`, { method })).status).toBe(405);
  });
});

describe("a successful exchange", () => {
  it("O-c27: gives a token for 900 seconds (O-14, O-15)", async () => {
    publisher();
    const reply = await exchange(world, await world.github.identityToken());
    const expires = Math.floor(now / 1000) + 900;
    expect([reply.status, parsed(reply)]).toEqual([
      200,
      { success: true, token: expect.stringMatching(/^pypi-/), expires },
    ]);
    expect(verdict(await upload(world.index, wheel(), { token: String(parsed(reply).token) }))).toBe("200 OK");
    expect(world.index.state.mintedTokens[0]?.usedFor).toEqual([wheel().filename]);
  });

  it("works for every project of the publisher, and for no other (O-16, P-12)", async () => {
    publisher();
    publisher({ project: "second" });
    world.index.addProject("third");
    const token = await mint(world);
    expect(verdict(await upload(world.index, wheel({ name: "second" }), { token }))).toBe("200 OK");
    expect(verdict(await upload(world.index, wheel({ name: "third" }), { token }))).toContain(
      "403 Invalid API Token: OIDC scoped token is not valid for project 'third', project-scoped token is not valid for project: 'third', OIDC scoped",
    );
  });

  it("O-c10: of a pending publisher creates the project at once (O-08)", async () => {
    world.index.addPendingPublisher({ project: "New.Project", ...PUBLISHER });
    expect((await send(`${world.index.simpleUrl}new-project/`)).status).toBe(404);
    const token = await mint(world);
    expect((await send(`${world.index.simpleUrl}new-project/`)).status).toBe(200);
    expect(world.index.state.pendingPublishers).toEqual([]);
    expect(verdict(await upload(world.index, wheel({ name: "New.Project" }), { token }))).toBe("200 OK");
    expect(await mint(world)).toMatch(/^pypi-/);
  });

  it("O-c31: of a pending publisher by one of four at once; the others get 500 (O-08)", async () => {
    world.index.addPendingPublisher({ project: "pkg", ...PUBLISHER });
    const tokens = await Promise.all([1, 2, 3, 4].map(() => world.github.identityToken()));
    const statuses = (await Promise.all(tokens.map((jwt) => exchange(world, jwt)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 500, 500, 500]);
    expect(await mint(world)).toMatch(/^pypi-/);
  });

  it("O-c30: in read-only mode gives a token that is never known (O-14, H-25)", async () => {
    publisher();
    world.index.switches.readOnly = true;
    const token = await mint(world);
    world.index.switches.readOnly = false;
    expect(verdict(await upload(world.index, wheel(), { token }))).toContain(
      "403 Invalid or non-existent authentication",
    );
  });
});

describe("a payload that is none", () => {
  it.each(['""', "[]", '"text"', "7", "null", "{}", '{"token":7}', "", "{"])("O-c03: %s (O-02)", async (body) => {
    const reply = await send(`${world.index.origin}/_/oidc/mint-token`, { method: "POST", body });
    expect(refusal(reply)).toContain("422 Token request failed invalid-payload: ");
  });

  it("O-c04: not a JWT (O-03)", async () => {
    expect(refusal(await exchange(world, "not-a-jwt"))).toBe("422 Token request failed invalid-payload: malformed JWT");
  });

  it("O-c05: an unknown issuer (O-04)", async () => {
    expect(await judge({ claims: { iss: "https://token.actions.githubusercontent.com" } })).toBe(
      "422 Token request failed invalid-payload: unknown trusted publishing issuer",
    );
  });

  it("O-c02: while the provider is off (O-05)", async () => {
    world.index.switches.githubPublishing = false;
    expect(await judge({})).toBe(
      "422 Token request failed not-enabled: github trusted publishing functionality not enabled",
    );
  });
});

describe("a token that does not hold (O-06)", () => {
  const seconds = () => Math.floor(now / 1000);
  const claims: readonly (readonly [string, () => Record<string, unknown>])[] = [
    ["another audience", () => ({ aud: "testpypi" })],
    ["a list of audiences", () => ({ aud: ["pypi"] })],
    ["no audience", () => ({ aud: undefined })],
    ["expired 31 s ago", () => ({ exp: seconds() - 31 })],
    ["valid in 31 s", () => ({ nbf: seconds() + 31 })],
    ["issued in 31 s", () => ({ iat: seconds() + 31 })],
    ["no expiry", () => ({ exp: undefined })],
  ];
  it.each(claims)("%s", async (_case, make) => {
    publisher();
    expect(await judge({ claims: make() })).toBe("422 Token request failed invalid-token: malformed or invalid token");
  });

  it("O-c06: a key that is not published, a signature that was changed", async () => {
    publisher();
    const stranger = await world.github.identityToken({}, { key: "stranger" });
    const changed = (await world.github.identityToken()).replace(/.{8}$/, "AAAAAAAA");
    for (const jwt of [stranger, changed]) {
      expect(refusal(await exchange(world, jwt))).toContain("invalid-token: malformed or invalid token");
    }
  });

  it("passes up to 30 seconds late or early", async () => {
    publisher();
    const late = { claims: { exp: seconds() - 29, nbf: seconds() + 29, iat: seconds() + 29 } };
    expect(await mint(world, late)).toMatch(/^pypi-/);
  });

  it("fails with 5xx while the keys of the issuer cannot be had (O-24)", async () => {
    const jwt = await world.github.identityToken();
    world.github.faults.add({ on: { path: "/.well-known/jwks" }, fault: { kind: "reset", when: "before-body" } });
    expect((await exchange(world, jwt)).status).toBe(500);
  });
});

describe("single use (O-12)", () => {
  it("O-c08: the second exchange of a JWT is refused, six at once give one token", async () => {
    publisher();
    const jwt = await world.github.identityToken();
    const replies = await Promise.all(Array.from({ length: 6 }, () => exchange(world, jwt)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422]);
    expect(refusal(await exchange(world, jwt))).toBe(
      "422 Token request failed invalid-reuse-token: invalid token: already used",
    );
  });

  it("a JWT that created a project is used up, one that was refused is not", async () => {
    world.index.addPendingPublisher({ project: "pkg", ...PUBLISHER });
    const jwt = await world.github.identityToken();
    expect((await exchange(world, jwt)).status).toBe(200);
    expect(refusal(await exchange(world, jwt))).toContain("invalid-reuse-token");
    const other = await world.github.identityToken({ repository: "octo-org/other" });
    expect(refusal(await exchange(world, other))).toBe(NOT_FOUND);
    publisher({ repository: "other" });
    expect((await exchange(world, other)).status).toBe(200);
  });
});
