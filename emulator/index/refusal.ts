export interface RefusalDetails {
  /** Text for the status line and for `code`; undefined leaves the usual phrase of the status. */
  readonly reason?: string | undefined;
  /** Text for the body; undefined leaves it out. */
  readonly detail?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request refused on purpose. Nothing is stored. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly reason: string | undefined;
  readonly detail: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, details: RefusalDetails) {
    super(details.reason ?? details.detail ?? String(status));
    this.status = status;
    this.reason = details.reason;
    this.detail = details.detail;
    this.headers = details.headers ?? {};
  }
}

/** An input or a race the index does not handle: 500 with a page of HTML, whatever was asked for (rule H-26). */
export class ServerFailure extends Error {
  override readonly name = "ServerFailure";
}

/** A refusal whose text is in the status line and in the body, as nearly all are (rule H-20). */
export function refuse(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Refusal {
  return new Refusal(status, { reason: text, detail: text, headers });
}

/** A 400 with the given text. */
export function badRequest(text: string): Refusal {
  return refuse(400, text);
}

/** The end of most texts: where to read on. */
export function seeHelp(anchor: string): string {
  return seeUrl(`https://pypi.org/help/#${anchor}`);
}

/** The end of a text that points to an address. */
export function seeUrl(url: string): string {
  return `See ${url} for more information.`;
}

export const CORE_METADATA_URL = "https://packaging.python.org/specifications/core-metadata";
