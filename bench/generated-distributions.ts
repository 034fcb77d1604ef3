import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack } from "tar-stream";
import { incompressibleChunks } from "./incompressible.ts";
import { StoredZip } from "./stored-zip.ts";

/** Project and version of every generated release: written normalised, so file names need no escaping. */
export const PROJECT = "benchmark_payload";
export const VERSION = "2026.11.3";

const CORE_METADATA = [
  "Metadata-Version: 2.4",
  "Name: benchmark-payload",
  `Version: ${VERSION}`,
  "Summary: A release made to be uploaded",
  "Author-email: Benchmark <benchmark@example.org>",
  "License-Expression: Apache-2.0",
  "Keywords: benchmark,upload",
  "Classifier: Development Status :: 5 - Production/Stable",
  "Classifier: Programming Language :: Python :: 3",
  "Project-URL: Homepage, https://example.org/benchmark-payload",
  "Requires-Python: >=3.10",
  "Requires-Dist: packaging>=24",
  "Requires-Dist: rich>=13; extra == 'cli'",
  "Provides-Extra: cli",
  "Description-Content-Type: text/markdown",
  "",
  "# benchmark-payload",
  "",
  "Content nobody installs: it is generated to measure how long its way to an index takes.",
  "",
].join("\n");

/** Python, ABI and platform tags of one wheel; the platform tag may be compressed (`a.b`), as PEP 425 allows. */
export interface WheelTag {
  readonly python: string;
  readonly abi: string;
  readonly platform: string;
}

const PYTHONS = ["cp310", "cp311", "cp312", "cp313", "cp314"] as const;
const PLATFORMS = [
  "manylinux_2_17_x86_64.manylinux2014_x86_64",
  "manylinux_2_17_aarch64.manylinux2014_aarch64",
  "manylinux_2_28_ppc64le",
  "manylinux_2_28_s390x",
  "manylinux_2_17_i686.manylinux2014_i686",
  "manylinux_2_31_armv7l",
  "musllinux_1_2_x86_64",
  "musllinux_1_2_aarch64",
  "macosx_10_13_x86_64",
  "macosx_11_0_arm64",
  "win_amd64",
  "win_arm64",
] as const;

/** All tags a big compiled release has here: five CPythons on twelve platforms. */
export const WHEEL_TAGS: readonly WheelTag[] = PYTHONS.flatMap((python) =>
  PLATFORMS.map((platform) => ({ python, abi: python, platform })),
);

/**
 * Writes a wheel (binary distribution format 1.0) of about `sizeBytes` bytes with one extension module of noise and a
 * RECORD that names every member with its SHA-256. Returns the file name.
 */
export async function writeWheel(folder: string, tag: WheelTag, sizeBytes: number): Promise<string> {
  const filename = `${PROJECT}-${VERSION}-${tag.python}-${tag.abi}-${tag.platform}.whl`;
  const info = `${PROJECT}-${VERSION}.dist-info`;
  const zip = await StoredZip.create(join(folder, filename));
  const record: string[] = [];
  const add = async (name: string, content: Iterable<Buffer>): Promise<void> => {
    const hash = createHash("sha256");
    const size = await zip.add(
      name,
      hashed(content, (chunk) => hash.update(chunk)),
    );
    record.push(`${name},sha256=${hash.digest("base64url")},${size}`);
  };
  await add(`${PROJECT}/__init__.py`, text(`__version__ = "${VERSION}"\n`));
  await add(`${PROJECT}/_core.${tag.abi}.so`, incompressibleChunks(filename, sizeBytes));
  await add(`${info}/METADATA`, text(CORE_METADATA));
  await add(`${info}/WHEEL`, text(wheelFile(tag)));
  await zip.add(`${info}/RECORD`, text(`${[...record, `${info}/RECORD,,`].join("\n")}\n`));
  await zip.finish();
  return filename;
}

/** Writes an sdist (PEP 625 name, one top folder, PKG-INFO in it) of about `sizeBytes` bytes. Returns the file name. */
export async function writeSdist(folder: string, sizeBytes: number): Promise<string> {
  const top = `${PROJECT}-${VERSION}`;
  const filename = `${top}.tar.gz`;
  const tar = pack();
  const written = pipeline(tar, createGzip({ level: 1 }), createWriteStream(join(folder, filename), { flags: "wx" }));
  const fixed = { mtime: new Date(0), mode: 0o644 };
  tar.entry({ ...fixed, name: `${top}/PKG-INFO` }, CORE_METADATA);
  tar.entry({ ...fixed, name: `${top}/pyproject.toml` }, `[project]\nname = "benchmark-payload"\n`);
  tar.entry({ ...fixed, name: `${top}/src/${PROJECT}/__init__.py` }, `__version__ = "${VERSION}"\n`);
  // An sdist is small beside its wheels, so its noise may pass through memory.
  tar.entry(
    { ...fixed, name: `${top}/src/${PROJECT}/table.bin` },
    Buffer.concat([...incompressibleChunks(filename, sizeBytes)]),
  );
  tar.finalize();
  await written;
  return filename;
}

function wheelFile(tag: WheelTag): string {
  const tags = tag.platform.split(".").map((platform) => `Tag: ${tag.python}-${tag.abi}-${platform}`);
  return ["Wheel-Version: 1.0", "Generator: benchmark (1.0)", "Root-Is-Purelib: false", ...tags, ""].join("\n");
}

function text(content: string): Iterable<Buffer> {
  return [Buffer.from(content, "utf8")];
}

function* hashed(content: Iterable<Buffer>, update: (chunk: Buffer) => void): Generator<Buffer> {
  for (const chunk of content) {
    update(chunk);
    yield chunk;
  }
}
