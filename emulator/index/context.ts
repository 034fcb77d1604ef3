import type { JWTVerifyGetKey } from "jose";
import type { AttestationTrust } from "./attestation-trust.ts";
import type { IndexOptions, IndexSwitches } from "./options.ts";
import type { IndexState } from "./state.ts";

/** What every part of the index works with. */
export interface IndexContext {
  readonly options: IndexOptions;
  readonly state: IndexState;
  readonly switches: IndexSwitches;
  /** Base of all addresses, without a final slash. */
  readonly origin: string;
  /** Host and port of the origin: the location in its tokens. */
  readonly host: string;
  readonly secure: boolean;
  readonly audience: string;
  readonly tokenLifetimeSeconds: number;
  /** The one issuer of identity tokens that is trusted. */
  readonly issuer: string;
  readonly issuerKeys: JWTVerifyGetKey;
  /** Whose attestations are believed (rule A-08). */
  attestationTrust(): Promise<AttestationTrust>;
  /** Folder for files too large for memory. */
  readonly spoolFolder: string;
  /** Milliseconds since the epoch. */
  now(): number;
}
