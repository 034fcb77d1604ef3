/** A file as an index lists it (PEP 503, 592, 691, 700, 740). */
export interface IndexedFile {
  readonly filename: string;
  /** Where it can be downloaded; undefined when what the index says is no web address. */
  readonly url: string | undefined;
  /** Lower-case hexadecimal; undefined where the index gives no SHA-256. */
  readonly sha256: string | undefined;
  /** Bytes, where the index says so. */
  readonly size: number | undefined;
  /** Milliseconds since the epoch, where the index says so. */
  readonly uploadedAtMs: number | undefined;
  readonly yanked: boolean;
  /** Whether the index offers provenance: it holds attestations of the file. */
  readonly hasProvenance: boolean;
}

/** What the Simple API says about one project. */
export interface ProjectPage {
  /** `active`, `archived`, `deprecated`, `quarantined` (PEP 792), or what a later standard adds. */
  readonly status: string;
  /** Reason for the status in the index's words. */
  readonly statusReason: string | undefined;
  /** By file name. */
  readonly files: ReadonlyMap<string, IndexedFile>;
}

/** A page that cannot be used, and why, to stand behind "its answer". */
export interface PageFault {
  readonly fault: string;
}

/** `sha256` as the indexes write it. */
export const SHA256 = /^[0-9a-f]{64}$/i;

/** Major version of the Simple API that is understood (PEP 629). */
export function isKnownApiVersion(version: string): boolean {
  return /^1\.\d+$/.test(version);
}

/** Of a file's name, which no file system takes longer (index rule F-18), and of its address, which stands in an output. */
const LONGEST_FILENAME = 255;
const LONGEST_ADDRESS = 8192;

/** Whether a text can be the name of a file that anybody has: patterns are given no page-long text of a server. */
export function isFilename(text: unknown): text is string {
  return typeof text === "string" && text !== "" && text.length <= LONGEST_FILENAME;
}

/** The download address of a file, as its page gives it: absolute or relative to the page. */
export function fileUrl(address: unknown, page: URL): string | undefined {
  if (typeof address !== "string" || address.length > LONGEST_ADDRESS || !URL.canParse(address, page.href)) {
    return undefined;
  }
  const url = new URL(address, page);
  url.hash = "";
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
}
