import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { startWorld, type World } from "../../emulator/world.ts";
import { mint } from "./minting.ts";
import { sdist, upload, verdict, wheel } from "./uploader.ts";

let world: World;
let now: number;

beforeEach(async () => {
  now = Date.now();
  world = await startWorld({ index: { processingMs: 0, now: () => now, newProjectsPerHour: 2 } });
});

afterEach(() => world.close());

const OK = "200 OK";
const DAY_MS = 86_400_000;
const PUBLISHER = { owner: "octo-org", repository: "sample", workflow: "release.yml" };

const judge = async (archive = wheel(), options: Parameters<typeof upload>[2] = {}) =>
  verdict(await upload(world.index, archive, options));

describe("new projects", () => {
  it("P-c01: are not for minted tokens (P-01)", async () => {
    world.index.addPublisher({ project: "other", ...PUBLISHER });
    expect(await judge(wheel(), { token: await mint(world) })).toContain(
      "400 Non-user identities cannot create new projects. ",
    );
    expect(world.index.state.project("pkg")).toBeUndefined();
  });

  it("P-c02, P-c03: need a verified address and a second factor (P-02, P-03)", async () => {
    expect(await judge(wheel(), { token: world.index.addApiToken({ user: "ann", verifiedEmail: false }) })).toContain(
      "403 User 'ann', associated with the API token used, does not have a verified primary email address. ",
    );
    expect(await judge(wheel(), { token: world.index.addApiToken({ user: "bob", twoFactor: false }) })).toContain(
      "403 User 'bob', associated with the API token used, does not have two-factor authentication enabled. ",
    );
  });

  it("P-c06: are limited by the hour (P-04)", async () => {
    expect([await judge(wheel({ name: "one" })), await judge(wheel({ name: "two" }))]).toEqual([OK, OK]);
    const reply = await upload(world.index, wheel({ name: "three" }));
    expect(verdict(reply)).toBe("429 Too many new projects created");
    expect(reply.headers).toMatchObject({
      "ratelimit-policy": '"project.create.user";q=2;w=3600',
      ratelimit: '"project.create.user";r=0;t=3600',
    });
    expect(reply.headers["retry-after"]).toBeUndefined();
    now += 3_600_001;
    expect(await judge(wheel({ name: "three" }))).toBe(OK);
  });

  it("P-c07: can be switched off (P-05)", async () => {
    world.index.switches.newProjects = false;
    expect(await judge()).toContain(
      "403 New project registration temporarily disabled. See https://pypi.org/help/#admin-",
    );
  });

  const names: readonly (readonly [string, string, string])[] = [
    [
      "P-c08 P-09",
      "requirements.txt",
      "400 The name 'requirements.txt' isn't allowed. See https://pypi.org/help/#project-name",
    ],
    ["P-c09 P-10", "toast1ng", "400 The name 'toast1ng' is too similar to an existing project. See"],
    ["P-c09 P-10", "toast-ing", "400 The name 'toast-ing' is too similar to an existing project. See"],
    ["P-c09 P-10", "t0asting", "400 The name 't0asting' is too similar to an existing project. See"],
    ["P-c12 P-26", "toastjng", OK],
    ...["xml", "XML", "pickle", "test", "main", "xml.etree", "encodings", "distutils.command.build_clib"].map(
      (name) =>
        [
          "P-c10 P-07",
          name,
          `400 The name '${name}' isn't allowed (conflict with Python Standard Library module name).`,
        ] as const,
    ),
  ];
  it.each(names)("%s: %s", async (_id, name, expected) => {
    world.index.addProject("toasting");
    expect(await judge(wheel({ name }))).toContain(expected);
  });
});

describe("permission", () => {
  it("P-c04, P-c05: is judged before the account (P-11, P-02)", async () => {
    world.index.addProject("pkg", { owners: ["ann"] });
    const token = world.index.addApiToken({ user: "bob", verifiedEmail: false });
    expect(await judge(wheel(), { token })).toContain(
      "403 The user 'bob' isn't allowed to upload to project 'pkg'. See ",
    );
    expect(await judge(wheel(), { token: world.index.addApiToken({ user: "ann" }) })).toBe(OK);
  });

  it.each([
    ["P-c29: archived (P-13)", "archived", "403 The user 'maintainer' isn't allowed to upload to project 'pkg'."],
    ["quarantined (P-14)", "quarantined", OK],
  ] as const)("%s", async (_case, status, forUser) => {
    world.index.addPublisher({ project: "pkg", ...PUBLISHER });
    world.index.addProject("pkg", { status });
    expect(await judge(wheel(), { token: await mint(world) })).toContain(
      "403 The given token isn't allowed to upload to project 'pkg'.",
    );
    expect(await judge()).toContain(forUser);
  });

  it("P-c25: an inactive organisation (P-15)", async () => {
    world.index.addProject("pkg", { organizationActive: false });
    expect(await judge()).toContain("400 Organization account owning this project is inactive. ");
  });
});

describe("sizes", () => {
  const MIB = 1024 * 1024;

  it("P-c13, P-c15: one byte over 100 MiB, unless the project may have more (P-16)", async () => {
    world.index.addProject("pkg");
    const large = { ...sdist(), content: Buffer.alloc(100 * MIB + 1) };
    const fields = { sha256_digest: "0".repeat(64) };
    expect(await judge(large, { fields })).toContain("400 File too large. Limit for project 'pkg' is 100 MB. See ");
    world.index.addProject("pkg", { uploadLimitBytes: 101 * MIB });
    expect(await judge(large, { fields })).toContain("400 The digest supplied does not match");
  });

  it("P-c14, P-c15: all files over 10 GiB, even when the file is there already (P-17)", async () => {
    expect(await judge()).toBe(OK);
    world.index.addFile({ project: "pkg", filename: "pkg-0.1.tar.gz", size: 10 * 1024 * MIB - 1 });
    expect(await judge()).toContain("400 Project size too large. Limit for project 'pkg' total size is 10 GB. See ");
    world.index.addProject("pkg", { totalLimitBytes: 11 * 1024 * MIB });
    expect(await judge()).toBe(OK);
  });
});

describe("files and releases that are there", () => {
  it("P-c16: the same file again is 200 and changes nothing (P-19)", async () => {
    expect([await judge(), await judge(wheel(), { fields: { summary: "other" } })]).toEqual([OK, OK]);
    expect(world.index.state.files).toHaveLength(1);
    expect(world.index.state.files[0]?.fields.some(({ name }) => name === "summary")).toBe(false);
  });

  it("P-c17, P-c18: the same name with other bytes, also in an old release (P-20, P-22)", async () => {
    world.index.addFile({ project: "pkg", filename: wheel().filename, uploadedAt: now - 20 * DAY_MS });
    expect(await judge()).toMatch(
      /^400 File already exists \('pkg-1\.0-py3-none-any\.whl', with blake2_256 hash '[0-9a-f]{64}'\)\. See https:\/\/pypi\.org\/help\/#file-name-reuse for more information\.$/,
    );
  });

  it("the same bytes in another project (P-20)", async () => {
    const { content } = wheel();
    world.index.addFile({ project: "other", filename: "other-1.0-py3-none-any.whl", content });
    expect(await judge()).toContain("400 File already exists ('pkg-1.0-py3-none-any.whl', with blake2_256 hash ");
  });

  it("P-c19: the name of a deleted file (P-21)", async () => {
    world.index.addFile({ project: "pkg", filename: wheel().filename, deleted: true });
    expect(await judge()).toBe(
      "400 This filename was previously used by a file that has since been deleted. Use a different version. See https://pypi.org/help/#file-name-reuse for more information.",
    );
  });

  it("P-c20: a release of 14 days and a second (P-22)", async () => {
    world.index.addFile({ project: "pkg", filename: "pkg-1.0-py2-none-any.whl", uploadedAt: now - 14 * DAY_MS });
    expect(await judge()).toBe(OK);
    now += 1000;
    expect(await judge(sdist())).toBe("400 Uploading new files to releases older than 14 days is not allowed.");
  });

  it("P-c21, P-c22, P-c23: one sdist in a release, whatever the spelling of the version (P-23, P-24)", async () => {
    expect([await judge(sdist()), await judge(wheel())]).toEqual([OK, OK]);
    expect(await judge(sdist({ version: "1.0.0" }))).toBe("400 Only one sdist may be uploaded per release.");
    expect(await judge(wheel({ version: "1.0.0" }))).toBe(OK);
    expect(world.index.state.project("pkg")?.releases.map(({ version }) => version)).toEqual(["1.0"]);
  });

  it("P-c26: the project takes the spelling of the upload (P-18)", async () => {
    world.index.addProject("Package-Name");
    expect(await judge(wheel({ name: "package_name" }))).toBe(OK);
    expect(world.index.state.project("PACKAGE.NAME")?.name).toBe("package_name");
  });

  it("P-c31: a yanked release takes new files (P-27)", async () => {
    world.index.addFile({ project: "pkg", filename: "pkg-1.0.tar.gz", uploadedAt: now - 3 * DAY_MS, yanked: "bad" });
    expect(await judge()).toBe(OK);
  });

  it("a refused file leaves no project behind (P-28)", async () => {
    expect(await judge(wheel({ files: { "{distInfo}/METADATA": null } }))).toContain("400 Wheel ");
    expect(world.index.state.project("pkg")).toBeUndefined();
  });
});
