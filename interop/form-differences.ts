/** A field in which our form differs from the one of twine 7, on purpose. */
export interface FormDifference {
  readonly field: string;
  readonly reason: string;
  /** What our form has in this field, by file name, where twine's has nothing. */
  readonly onlyOurs: Readonly<Record<string, readonly string[]>>;
}

/**
 * Every difference between the two forms. Not looked at are the order of fields of different names, the boundary
 * and the headers of the request.
 */
export const FORM_DIFFERENCES: readonly FormDifference[] = [
  {
    field: "import_name",
    reason: "PEP 794 (core metadata 2.5): the upload API takes the field, twine leaves it out without a word.",
    onlyOurs: {
      "buoys-3.0.tar.gz": ["buoys"],
      "buoys-3.0-py3-none-any.whl": ["buoys"],
      "harbour_lights-1.4.0rc2.tar.gz": ["harbour_lights", "harbour_lights._table; private"],
      "harbour_lights-1.4.0rc2-py3-none-any.whl": ["harbour_lights", "harbour_lights._table; private"],
    },
  },
];
