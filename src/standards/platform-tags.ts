/** Whether PyPI takes wheels of a platform; `unknown`: not at the state of the list, but one like it may be taken later. */
export type PlatformVerdict = "accepted" | "refused" | "unknown";

/** Judges one platform tag, in lower case, by the table "Platform tags" of F-14. */
export function judgePlatformTag(tag: string): PlatformVerdict {
  if (FIXED.has(tag) || /^pyemscripten_\d+_\d+_wasm32/.test(tag)) {
    return "accepted";
  }
  const family = FAMILIES.find(({ pattern }) => pattern.test(tag));
  const [, major = "", minor = "", architecture = ""] = family?.pattern.exec(tag) ?? [];
  return family?.judge({ major, minor, architecture }) ?? "refused";
}

interface TagParts {
  readonly major: string;
  readonly minor: string;
  readonly architecture: string;
}

interface Family {
  readonly pattern: RegExp;
  readonly judge: (parts: TagParts) => PlatformVerdict;
}

const FIXED = new Set([
  "any",
  "win32",
  "win_arm64",
  "win_amd64",
  "win_ia64",
  "linux_armv6l",
  "linux_armv7l",
  "manylinux1_x86_64",
  "manylinux1_i686",
  "manylinux2010_x86_64",
  "manylinux2010_i686",
  ...["x86_64", "i686", "aarch64", "armv7l", "ppc64", "ppc64le", "s390x"].map((arch) => `manylinux2014_${arch}`),
]);

const MACOS_ARCHITECTURES = new Set("ppc ppc64 i386 x86_64 arm64 intel fat fat3 fat64 universal universal2".split(" "));
/** From 11 on only the minor version 0. */
const MACOS_MAJORS = new Set(["11", "12", "13", "14", "15", "26"]);
const NEWEST_MACOS = 26;
const MUSLLINUX_ARCHITECTURES = "x86_64 i686 aarch64 armv7l ppc64le s390x riscv64".split(" ");

// Those for iOS and Emscripten have no end anchor: text behind the match passes.
const FAMILIES: readonly Family[] = [
  { pattern: /^macosx_(\d+)_(\d+)_(.*)/s, judge: judgeMacos },
  { pattern: /^manylinux_(\d+)_(\d+)_(.*)/s, judge: architectures("ppc64", ...MUSLLINUX_ARCHITECTURES) },
  { pattern: /^musllinux_(\d+)_(\d+)_(.*)/s, judge: architectures(...MUSLLINUX_ARCHITECTURES) },
  { pattern: /^ios_(\d+)_(\d+)_(.*)_(?:iphoneos|iphonesimulator)/s, judge: architectures("arm64", "x86_64") },
  { pattern: /^android_(\d+)()_(.*)/s, judge: architectures("armeabi_v7a", "arm64_v8a", "x86", "x86_64") },
];

/** PyPI learns new major versions of macOS one by one. */
function judgeMacos({ major, minor, architecture }: TagParts): PlatformVerdict {
  if (!MACOS_ARCHITECTURES.has(architecture)) {
    return "refused";
  }
  if (major === "10" || (MACOS_MAJORS.has(major) && minor === "0")) {
    return "accepted";
  }
  return Number(major) > NEWEST_MACOS && minor === "0" ? "unknown" : "refused";
}

/** Architectures have been added to these over the years, so another one is not refused for certain. */
function architectures(...known: readonly string[]): Family["judge"] {
  const accepted = new Set(known);
  return ({ architecture }) => (accepted.has(architecture) ? "accepted" : "unknown");
}
