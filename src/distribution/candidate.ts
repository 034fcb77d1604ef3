/** A file that is named like a wheel or a source distribution; nothing of its content has been read. */
export interface Candidate {
  /** Absolute path on disk. */
  readonly path: string;
  /** Bare file name. */
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
}
