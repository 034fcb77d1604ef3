/** What PyPI will do with a description. */
export type DescriptionVerdict =
  | { readonly verdict: "renders" }
  | {
      /** `fails`: PyPI refuses the file. `undecided`: it may, or may not. */
      readonly verdict: "fails" | "undecided";
      /** What is wrong, as the end of a sentence about the description. */
      readonly message: string;
      /** Line of the description, counted from 1; undefined when the whole of it is meant. */
      readonly line: number | undefined;
      /** The text at fault, as it stands in the description; empty when there is none to show. */
      readonly offender: string;
      readonly remedy: string;
    };
