export type FileKind =
  | { readonly kind: "distribution" }
  | {
      readonly kind: "foreign";
      /** What the file is, as the end of "… is left alone: ". */
      readonly reason: string;
      /** Set when somebody may have meant the file to be published. */
      readonly suspicious: boolean;
    };

// Formats that indexes took once or never: PEP 527 and PEP 715 removed them, PEP 625 fixed the sdist format.
const FORMER_FORMATS = /\.(?:zip|egg|tgz|tar|tar\.(?:bz2|xz|z|lzma|zst)|exe|msi|rpm|deb|dmg)$/i;
const LOOKS_RELEASED = /^[a-z0-9][a-z0-9._-]*-v?[0-9]/i;

/** Says by its name alone whether a file is a distribution: only `.whl` and `.tar.gz` are (F-03, F-04). */
export function fileKind(filename: string): FileKind {
  if (filename.startsWith(".")) {
    return foreign("a hidden file");
  }
  if (isDistributionName(filename)) {
    return { kind: "distribution" };
  }
  if (isDistributionName(filename.toLowerCase())) {
    return foreign("indexes take the endings .whl and .tar.gz in lower case only", true);
  }
  if (/\.attestation$/i.test(filename)) {
    return foreign("an attestation, not a distribution");
  }
  if (/\.(?:asc|sig)$/i.test(filename)) {
    return foreign("a signature, which indexes no longer take");
  }
  if (FORMER_FORMATS.test(filename) && LOOKS_RELEASED.test(filename)) {
    return foreign("indexes take source distributions as .tar.gz (PEP 625) and built ones as .whl only", true);
  }
  return foreign("neither a wheel (.whl) nor a source distribution (.tar.gz)");
}

/** Whether a file or folder is named like a distribution. */
export function isDistributionName(name: string): boolean {
  return !name.startsWith(".") && /.\.(?:whl|tar\.gz)$/.test(name);
}

function foreign(reason: string, suspicious = false): FileKind {
  return { kind: "foreign", reason, suspicious };
}
