import { METADATA_FIELDS } from "../../src/standards/core-metadata.ts";
import { frontDecoded } from "../../src/standards/data/front-coding.ts";
import { SPDX_EXCEPTIONS, SPDX_LICENSES } from "../../src/standards/data/spdx-list.ts";
import { contactSamplers } from "./contact-samples.ts";
import { packageSamplers } from "./package-samples.ts";
import { mutated, Random } from "./random.ts";

export interface Sample {
  readonly kind: string;
  readonly value: string;
}

export type Sampler = (random: Random) => string;

const LICENSES = frontDecoded(SPDX_LICENSES);
const EXCEPTIONS = frontDecoded(SPDX_EXCEPTIONS);

function license(random: Random, depth = 0): string {
  const simple = (): string => {
    const plain = random.once(8)
      ? `LicenseRef-${random.pick(["x", "My.Own", "", "a b", "x+"])}`
      : random.pick(LICENSES);
    const plus = random.once(8) ? "+" : "";
    const exception = random.once(6) ? ` WITH ${random.pick(random.once(6) ? LICENSES : EXCEPTIONS)}` : "";
    const odd = random.once(12)
      ? random.pick(["BSD", "Proprietary", "MIT License", "NONE", "Apache 2.0", "()", "("])
      : "";
    return `${odd === "" ? plain + plus : odd}${exception}`;
  };
  const operand = (): string => (depth < 3 && random.once(4) ? `(${license(random, depth + 1)})` : simple());
  const expression = random.several(operand, 1, 3, random.pick([" OR ", " AND ", " or ", " and ", " OR\t", " "]));
  return random.once(4) ? expression.toLowerCase() : expression;
}

function contentType(random: Random): string {
  const type = random.pick([
    "text/markdown",
    "text/x-rst",
    "text/plain",
    "Text/Markdown",
    "text/html",
    "markdown",
    "text/rst",
  ]);
  const parameter = (): string =>
    random.pick([
      "charset=UTF-8",
      "charset=utf-8",
      'charset="UTF-8"',
      "variant=GFM",
      "variant=CommonMark",
      "variant=gfm",
      'variant="GFM"',
      "Variant=GFM",
      "x=y",
      "charset",
      "",
    ]);
  return `${type}${random.several(() => random.pick([";", "; ", " ; "]) + parameter(), 0, 3)}`;
}

function licenseFile(random: Random): string {
  const part = (): string =>
    random.pick(["LICENSE", "a", "licenses", "b c", ".", "a..b", "..", "", "C:", "x?", "LICEN*", "[a]"]);
  return random.several(part, 1, 4, random.pick(["/", "/", "\\"]));
}

function importName(random: Random): string {
  const part = (): string =>
    random.pick(["a", "pkg", "_x", "é", "match", "class", "None", "x1", "1x", "a-b", "中", "²", "ⅷ", ""]);
  return `${random.several(part, 1, 3, ".")}${random.pick(["", "", "; private", ";private", " ; private", "; private ", ";", "; public"])}`;
}

/** A sampler for every kind of text that oracle.py judges. */
export const SAMPLERS: Readonly<Record<string, Sampler>> = {
  ...packageSamplers,
  ...contactSamplers,
  license: (random) => license(random),
  license_expression: (random) => license(random),
  description_content_type: contentType,
  license_file: licenseFile,
  import_name: importName,
  metadata_version: (random) =>
    random.pick(["1.0", "1.1", "1.2", "2.0", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3.0", "2", ""]),
  dynamic: (random) =>
    random.pick([...METADATA_FIELDS.map(({ header }) => header), "License-Files", "Classifiers", "x"]),
  summary: (random) => random.pick(["A summary", "A\nB", "A\rB", "{x}", ""]),
  repr: (random) =>
    random.several(() => mutated(random, random.pick(["it's", '"', "a\\b", "\u0000", "\u00a0", "é"])), 1, 3),
};

/** So many texts of every kind: by the grammar, of them two in five damaged. */
export function samples(seed: number, perKind: number): Sample[] {
  const random = new Random(seed);
  return Object.entries(SAMPLERS).flatMap(([kind, sampler]) =>
    Array.from({ length: perKind }, () => {
      const value = sampler(random);
      const sample = random.below(5) < 2 ? mutated(random, value) : value;
      // A field without a value is not sent (H-12).
      return { kind, value: sample === "" ? "x" : sample };
    }),
  );
}
