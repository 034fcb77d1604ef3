import { BLOCKS } from "./blocks.ts";
import { BODIES } from "./bodies.ts";
import type { Cases } from "./cases.ts";
import { DIRECTIVE_TABLES } from "./directive-tables.ts";
import { IMAGES } from "./images.ts";
import { INLINE } from "./inline.ts";
import { REFERENCES } from "./references.ts";
import { SECTIONS } from "./sections.ts";
import { SETTINGS } from "./settings.ts";
import { SUBSTITUTIONS } from "./substitutions.ts";
import { TABLES } from "./tables.ts";

export interface RstCase {
  readonly group: string;
  readonly text: string;
  readonly verdict: keyof Cases;
}

const GROUPS: Readonly<Record<string, Cases>> = {
  blocks: BLOCKS,
  bodies: BODIES,
  "directive tables": DIRECTIVE_TABLES,
  images: IMAGES,
  inline: INLINE,
  references: REFERENCES,
  sections: SECTIONS,
  settings: SETTINGS,
  substitutions: SUBSTITUTIONS,
  tables: TABLES,
};

const VERDICTS = ["renders", "fails", "undecided"] as const;

export const RST_CASES: readonly RstCase[] = Object.entries(GROUPS).flatMap(([group, cases]) =>
  VERDICTS.flatMap((verdict) => cases[verdict].map((text) => ({ group, text, verdict }))),
);
