import type { CoreMetadata } from "../standards/core-metadata.ts";

interface DistributionFile {
  /** Absolute path on disk. */
  readonly path: string;
  /** Bare file name, as it will be sent to the index. */
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
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
