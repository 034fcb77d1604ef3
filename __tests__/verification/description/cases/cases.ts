/**
 * Descriptions in reStructuredText, by what readme_renderer 45.0 with docutils 0.23 makes of them; the
 * interoperability tests ask the renderer itself again.
 */
export interface Cases {
  readonly renders: readonly string[];
  readonly fails: readonly string[];
  /** Of which we do not say what the renderer does. */
  readonly undecided: readonly string[];
}
