import type { Answer } from "../http/answer.ts";

/** The form of an upload, as an index sees it. */
export interface UploadedFile {
  readonly filename: string;
  readonly content: Buffer;
  /** Lower-case hex, of the bytes. */
  readonly sha256: string;
  /** First value of a text field. */
  field(name: string): string | undefined;
}

/** How one kind of index, other than PyPI, takes uploads and lists files. */
export interface IndexKind {
  readonly name: string;
  /** Path of the upload API. */
  readonly uploadPath: string;
  /** Path of the Simple API, with its final slash. */
  readonly simplePath: string;
  readonly simple: "html" | "json";
  /** The answer to a file that is stored. */
  readonly stored: Answer;
  /** The answer when a file of that name is there, identical or not; undefined: it is overwritten without a word. */
  readonly taken: ((filename: string) => Answer) | undefined;
  /** What it refuses in the form, whatever is stored. */
  readonly judge?: (file: UploadedFile) => Answer | undefined;
  /** True: lists the hash that the form gives, not that of the bytes. */
  readonly listsDigestOfForm?: boolean;
}
