import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../emulator/runner/process.ts";
import type { PythonEnvironment } from "./environment.ts";

const FOLDER = join(import.meta.dirname, "..", ".cache", "real-distributions");

/** A distribution on PyPI: a wheel for the platform given, any wheel, or the sdist. */
export interface RealDistribution {
  readonly requirement: string;
  readonly kind: "wheel" | "sdist";
  readonly platform?: string;
}

const wheel = (requirement: string, platform?: string): RealDistribution => ({
  requirement,
  kind: "wheel",
  ...(platform !== undefined && { platform }),
});
export const sdist = (requirement: string): RealDistribution => ({ requirement, kind: "sdist" });

/**
 * Made by hatchling, setuptools, flit, poetry-core, pdm-backend, maturin, meson-python, scikit-build-core and cibuildwheel;
 * pure and compiled, for Linux (glibc and musl, five processors), macOS and Windows; core metadata 2.1 to 2.4.
 */
export const REAL_DISTRIBUTIONS: readonly RealDistribution[] = [
  wheel("numpy==2.5.5", "manylinux_2_28_x86_64"),
  wheel("numpy==2.5.5", "macosx_14_0_arm64"),
  wheel("numpy==2.5.5", "win_amd64"),
  wheel("cryptography==50.0.2", "manylinux_2_28_x86_64"),
  wheel("pydantic-core==2.50.4", "musllinux_1_1_x86_64"),
  wheel("lxml==6.1.3", "manylinux_2_26_x86_64"),
  wheel("pillow==13.0.0", "macosx_11_0_arm64"),
  wheel("PyYAML==6.0.3", "win_amd64"),
  wheel("markupsafe==3.0.4", "manylinux_2_17_aarch64"),
  wheel("sqlalchemy==2.1.9", "manylinux_2_17_x86_64"),
  wheel("greenlet==3.5.6", "win_amd64"),
  wheel("cffi==2.1.1", "manylinux_2_17_ppc64le"),
  wheel("ruff==0.17.6", "manylinux_2_17_s390x"),
  wheel("uv==0.13.9", "macosx_11_0_arm64"),
  wheel("protobuf==7.36.2", "manylinux_2_17_x86_64"),
  ...[
    "requests==2.34.2",
    "requests==2.25.1",
    "flask==3.1.3",
    "django==5.2.19",
    "six==1.17.0",
    "setuptools==84.2.1",
  ].map((name) => wheel(name)),
  ...["pip==26.3", "wheel==0.48.0", "hatchling==1.33.0", "flit-core==4.2.0", "poetry-core==2.5.0"].map((name) =>
    wheel(name),
  ),
  ...["pdm-backend==2.5.0", "attrs==26.1.0", "attrs==19.3.0", "rich==15.0.0", "pytest==9.2.0"].map((name) =>
    wheel(name),
  ),
  ...["typing-extensions==4.16.0", "click==8.5.1", "jinja2==3.1.6", "certifi==2026.10.18", "idna==3.20"].map((name) =>
    wheel(name),
  ),
  ...["idna==2.10", "urllib3==2.8.0", "packaging==26.3", "python-dateutil==4.0.0", "pytz==2026.6"].map((name) =>
    wheel(name),
  ),
  ...["tzdata==2026.6", "docutils==0.23", "sphinx==9.0.4", "zipp==4.1.2"].map((name) => wheel(name)),
  ...["toml==0.10.2", "colorama==0.4.4", "chardet==4.0.0"].map((name) => wheel(name)),
  ...["setuptools==84.2.1", "hatchling==1.33.0", "flit-core==4.2.0", "poetry-core==2.5.0"].map(sdist),
  ...["pdm-backend==2.5.0", "attrs==26.1.0", "packaging==26.3", "pytest==9.2.0", "simplejson==4.3.0"].map(sdist),
];

/**
 * Downloads what is not in the cache yet.
 *
 * @returns absolute paths, a file for each distribution.
 * @throws Error with pip's words for one that cannot be had.
 */
export async function realDistributions(environment: PythonEnvironment): Promise<string[]> {
  const paths: string[] = [];
  for (const distribution of REAL_DISTRIBUTIONS) {
    paths.push(await realDistribution(environment, distribution));
  }
  return paths;
}

/** The same for one. */
export async function realDistribution(
  { program }: PythonEnvironment,
  distribution: RealDistribution,
): Promise<string> {
  return (await cached(distribution)) ?? download(program("python"), distribution);
}

function folderOf({ requirement, kind, platform }: RealDistribution): string {
  return join(FOLDER, [requirement, kind, platform ?? "any"].join("-"));
}

async function cached(distribution: RealDistribution): Promise<string | undefined> {
  const folder = folderOf(distribution);
  const [file] = await readdir(folder).catch(() => []);
  return file === undefined ? undefined : join(folder, file);
}

async function download(python: string, distribution: RealDistribution): Promise<string> {
  const { requirement, kind, platform } = distribution;
  const folder = folderOf(distribution);
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const which =
    kind === "sdist"
      ? ["--no-binary", ":all:"]
      : [
          "--only-binary",
          ":all:",
          ...(platform === undefined ? [] : ["--platform", platform, "--python-version", "3.12"]),
        ];
  const { exitCode, stderr } = await runProgram(python, [
    ...["-m", "pip", "download", "--quiet", "--no-deps", "--dest", partial, ...which, requirement],
  ]);
  const [file] = await readdir(partial);
  if (exitCode !== 0 || file === undefined) {
    throw new Error(`pip could not download ${requirement} (${kind}): ${stderr}`);
  }
  await rename(partial, folder);
  return join(folder, file);
}
