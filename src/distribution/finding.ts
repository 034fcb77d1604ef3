/** Something found out about one distribution before anything is uploaded. */
export interface Finding {
  /** Bare file name of the distribution concerned. */
  readonly filename: string;
  /** Absolute path, for a distribution that could not be read as one. */
  readonly path?: string;
  /** True: its archive could not be read, which a broken rule of the index says better. */
  readonly damaged?: true;
  /** Rule of the index that the file breaks (`F-07`), where there is one. */
  readonly rule?: string;
  /** An error stops the run before the first upload; a warning is reported. */
  readonly severity: "error" | "warning";
  /** One or more sentences, naming the file. */
  readonly message: string;
  readonly remedy: string;
}
