/** Rule F-14, table "Platform tags". Checked lower-cased. */
export function isAllowedPlatform(tag: string): boolean {
  return FIXED.has(tag) || PATTERNS.some((pattern) => pattern(tag));
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
const MUSLLINUX_ARCHITECTURES = new Set("x86_64 i686 aarch64 armv7l ppc64le s390x riscv64".split(" "));
const MANYLINUX_ARCHITECTURES = new Set([...MUSLLINUX_ARCHITECTURES, "ppc64"]);
const IOS_ARCHITECTURES = new Set(["arm64", "x86_64"]);
const ANDROID_ARCHITECTURES = new Set(["armeabi_v7a", "arm64_v8a", "x86", "x86_64"]);

const PATTERNS: readonly ((tag: string) => boolean)[] = [
  isMacos,
  (tag) => hasArchitecture(/^manylinux_\d+_\d+_(.*)/, tag, MANYLINUX_ARCHITECTURES),
  (tag) => hasArchitecture(/^musllinux_\d+_\d+_(.*)/, tag, MUSLLINUX_ARCHITECTURES),
  // These two have no end anchor: text behind the match passes.
  (tag) => hasArchitecture(/^ios_\d+_\d+_(.*)_(?:iphoneos|iphonesimulator)/, tag, IOS_ARCHITECTURES),
  (tag) => /^pyemscripten_\d+_\d+_wasm32/.test(tag),
  (tag) => hasArchitecture(/^android_\d+_(.*)/, tag, ANDROID_ARCHITECTURES),
];

function isMacos(tag: string): boolean {
  const [, major = "", minor = "", architecture = ""] = /^macosx_(\d+)_(\d+)_(.*)/.exec(tag) ?? [];
  const known = major === "10" || (MACOS_MAJORS.has(major) && minor === "0");
  return known && MACOS_ARCHITECTURES.has(architecture);
}

function hasArchitecture(pattern: RegExp, tag: string, allowed: ReadonlySet<string>): boolean {
  const architecture = pattern.exec(tag)?.[1];
  return architecture !== undefined && allowed.has(architecture);
}
