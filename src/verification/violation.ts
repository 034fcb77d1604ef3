/** One broken rule of the index, found in a file, its metadata or a set of files. */
export interface Violation {
  /** Id in the catalogue of index rules, such as `F-14`. */
  readonly rule: string;
  /**
   * What the index does: `reject` refuses with `text`; `server-error` cannot handle it (5xx or a refusal without a
   * reason); `mail` stores the file and mails the owners; `accept` stores it, and a careful client says something;
   * `ambiguous` stores it although tools read different things out of it.
   */
  readonly effect: "reject" | "server-error" | "mail" | "accept" | "ambiguous";
  /**
   * Whose rule it is: `any` breaks the file for every index and installer (damaged, contradictory, incomplete);
   * `pypi` is a rule of PyPI's own that other indexes need not have.
   */
  readonly scope: "any" | "pypi";
  /** The reason as the index words it, without its closing "See … for more information."; for `reject` only. */
  readonly text?: string;
  /** What is wrong, in one or more sentences for the maintainer; the file's name is added by the caller. */
  readonly message: string;
  /** What to change, with the value to use where there is one. */
  readonly remedy: string;
}
