export type LicensePathFault = "parent-directory" | "pattern" | "absolute" | "not-normalised";

/**
 * Why a License-File path is none (PEP 639, M-30), in the order in which an index looks: `..` anywhere, a `*`, absolute in
 * the POSIX or the Windows sense, or other than its normal form with forward slashes. Undefined when it is one.
 */
export function licensePathFault(path: string): LicensePathFault | undefined {
  if (path.includes("..")) {
    return "parent-directory";
  }
  if (path.includes("*")) {
    return "pattern";
  }
  if (path.startsWith("/") || /^(?:.:[\\/]|\\[\\/])/su.test(path)) {
    return "absolute";
  }
  return normalizedLicensePath(path) === path ? undefined : "not-normalised";
}

/** A relative path as Windows reads it, written with forward slashes: what M-30 compares with. */
export function normalizedLicensePath(path: string): string {
  const [drive = ""] = /^[^\\]:/u.exec(path) ?? [];
  const parts = path
    .slice(drive.length)
    .split(/[\\/]/)
    .filter((part) => part !== "" && part !== ".");
  const root = drive === "" && /^[\\/]/.test(path) ? "/" : "";
  // What would now look like a drive keeps the dot that says it is none.
  const dot = drive === "" && root === "" && /^.:/su.test(parts[0] ?? "") ? "./" : "";
  return `${drive}${root}${dot}${parts.join("/")}` || ".";
}
