/** A file that is named like a wheel or a source distribution; nothing of its content has been read. */
export interface Candidate {
  /** Absolute path on disk. */
  readonly path: string;
  /** Bare file name. */
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last modified, milliseconds since the epoch: content that is judged now must be what is sent later. */
  readonly modifiedMs: number;
}
