import type { CoreMetadata } from "../standards/core-metadata.ts";

interface DistributionFile {
  /** Absolute path on disk. */
  readonly path: string;
  /** Bare file name, as it will be sent to the index. */
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last modified, milliseconds since the epoch: content that is judged now must be what is sent later. */
  readonly modifiedMs: number;
  /** Core metadata of the file itself (wheel: METADATA, sdist: PKG-INFO). */
  readonly metadata: CoreMetadata;
}

export interface Wheel extends DistributionFile {
  readonly kind: "wheel";
  /** Python tag of the file name, compressed sets as they are (`py2.py3`). */
  readonly pythonTag: string;
}

export interface Sdist extends DistributionFile {
  readonly kind: "sdist";
}

export type Distribution = Wheel | Sdist;
