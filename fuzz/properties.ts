import { answers } from "./answers.ts";
import { archives } from "./archives.ts";
import { documents } from "./documents.ts";
import { filenames } from "./filenames.ts";
import { inputProperties } from "./inputs.ts";
import type { FuzzProperty } from "./property.ts";

export const PROPERTIES: readonly FuzzProperty[] = [
  ...archives,
  ...documents,
  ...filenames,
  ...inputProperties,
  ...answers,
];
