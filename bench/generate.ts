import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { WHEEL_TAGS, writeSdist, writeWheel } from "./generated-distributions.ts";

/** How big a release to make: counts of files, and bytes in each. */
export interface ReleaseShape {
  readonly wheels: number;
  readonly wheelBytes: number;
  readonly sdists: 0 | 1;
  readonly sdistBytes: number;
}

/** A release on disk: nothing but its distributions lies in `folder`. */
export interface GeneratedRelease {
  readonly folder: string;
  readonly filenames: readonly string[];
  readonly totalBytes: number;
  readonly largestBytes: number;
}

/**
 * The release of that shape below `cacheFolder`, made on the first call and found again on later ones. The content
 * depends on the shape alone. Throws RangeError when more wheels are asked for than there are tags, or one over 4 GiB.
 */
export async function generateRelease(cacheFolder: string, shape: ReleaseShape): Promise<GeneratedRelease> {
  if (shape.wheels > WHEEL_TAGS.length) {
    throw new RangeError(`a generated release has at most ${WHEEL_TAGS.length} wheels, not ${shape.wheels}`);
  }
  const folder = join(cacheFolder, `${shape.wheels}x${shape.wheelBytes}-${shape.sdists}x${shape.sdistBytes}`);
  if (!(await exists(folder))) {
    await makeInPlace(cacheFolder, folder, shape);
  }
  const filenames = (await readdir(folder)).sort();
  const sizes = await Promise.all(filenames.map(async (filename) => (await stat(join(folder, filename))).size));
  return {
    folder,
    filenames,
    totalBytes: sizes.reduce((sum, size) => sum + size, 0),
    largestBytes: Math.max(...sizes),
  };
}

/** Written under another name first: a release half made by an interrupted run must not be taken for a whole one. */
async function makeInPlace(cacheFolder: string, folder: string, shape: ReleaseShape): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const unfinished = await mkdtemp(join(cacheFolder, "unfinished-"));
  try {
    for (const tag of wheelTags(shape.wheels)) {
      await writeWheel(unfinished, tag, shape.wheelBytes);
    }
    if (shape.sdists === 1) {
      await writeSdist(unfinished, shape.sdistBytes);
    }
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** A lone wheel is the usual CPython 3.12 one for Linux; more take the tags in their order. */
function wheelTags(count: number): typeof WHEEL_TAGS {
  if (count !== 1) {
    return WHEEL_TAGS.slice(0, count);
  }
  return WHEEL_TAGS.filter((tag) => tag.python === "cp312" && tag.platform.startsWith("manylinux_2_17_x86_64"));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
