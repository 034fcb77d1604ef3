import type { IncomingHttpHeaders } from "node:http";
import type { Fault } from "../faults.ts";

export interface RecordedField {
  readonly name: string;
  readonly value: string;
}

export interface RecordedContent {
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** One request a server received, filled in as the exchange goes on. */
export interface RecordedRequest {
  readonly method: string;
  /** Path without the query, as sent. */
  readonly path: string;
  /** Query with its question mark, or empty. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** Header names and values in the order and spelling received, alternating. */
  readonly rawHeaders: readonly string[];
  /** Real time, milliseconds since the epoch. */
  readonly startedAt: number;
  /** Undefined while the exchange is under way. */
  endedAt: number | undefined;
  /** Status answered; undefined when the connection ended without an answer. */
  status: number | undefined;
  /** Reason text answered, before it is fitted into a status line. */
  reason: string | undefined;
  /** The planned fault that hit this request. */
  fault: Fault["kind"] | undefined;
  /** Text fields of an upload, in the order sent. */
  fields: readonly RecordedField[];
  /** The file of an upload. */
  content: RecordedContent | undefined;
}
