import { CERTIFICATE_VARIANTS, IDENTITY_VARIANTS } from "./certificates.ts";
import { ENTRY_SHAPE_VARIANTS, LOG_VARIANTS } from "./log-entries.ts";
import { OBJECT_VARIANTS } from "./objects.ts";
import { SIGNATURE_VARIANTS, STATEMENT_VARIANTS } from "./statements.ts";
import type { Variant } from "./workshop.ts";

/** Every way to do it wrong. Those of one kind stand together, and no two have one name. */
export const REFUSED_VARIANTS: readonly Variant[] = [
  ...OBJECT_VARIANTS,
  ...STATEMENT_VARIANTS,
  ...SIGNATURE_VARIANTS,
  ...CERTIFICATE_VARIANTS,
  ...IDENTITY_VARIANTS,
  ...ENTRY_SHAPE_VARIANTS,
  ...LOG_VARIANTS,
];
