import { SPDX_LIST_VERSION } from "../../standards/data/spdx-list.ts";
import { judgeLicenseExpression } from "../../standards/license-expression.ts";
import { licensePathFault, normalizedLicensePath } from "../../standards/license-path.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { withBraces } from "./metadata-braces.ts";
import {
  datedRefusal,
  type Finding,
  failure,
  inField,
  type MetadataValues,
  type MetadataViolation,
  refusal,
  shown,
} from "./metadata-violation.ts";

const USE_SPDX = "Use identifiers of https://spdx.org/licenses/, or LicenseRef- and a name for a licence of your own.";

/** What people write instead; none of these will ever be an identifier. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    apache: "Apache-2.0",
    apache2: "Apache-2.0",
    "apache-2": "Apache-2.0",
    bsd: "BSD-3-Clause (or BSD-2-Clause)",
    gpl: "GPL-3.0-or-later (or GPL-3.0-only)",
    gplv2: "GPL-2.0-or-later (or GPL-2.0-only)",
    gplv3: "GPL-3.0-or-later (or GPL-3.0-only)",
    "gpl-3": "GPL-3.0-or-later (or GPL-3.0-only)",
    lgpl: "LGPL-3.0-or-later (or LGPL-3.0-only)",
    lgplv3: "LGPL-3.0-or-later (or LGPL-3.0-only)",
    mpl: "MPL-2.0",
    mpl2: "MPL-2.0",
    commercial: "LicenseRef-Commercial",
    proprietary: "LicenseRef-Proprietary",
    "public-domain": "LicenseRef-Public-Domain",
  }),
);

/** M-28. An identifier that is merely not on the list may be on a later one. */
export function licenseExpressionFindings([value = ""]: readonly string[]): readonly Finding[] {
  const verdict = judgeLicenseExpression(value);
  const text = `${pythonRepr(value)} is invalid for 'license-expression'.`;
  switch (verdict.kind) {
    case "valid":
      return [];
    case "malformed": {
      const message = `License-Expression ${shown(value)} is no SPDX licence expression.`;
      return [withBraces(value, refusal("M-28", "any", text, { message, remedy: USE_SPDX }))];
    }
    case "unhandled": {
      const message = `PyPI answers a plus sign behind a LicenseRef- with a server error: ${shown(value)}.`;
      return [failure("M-28", message, "Leave the plus sign out.")];
    }
    case "unknown":
      return [withBraces(value, unknownIdentifier(text, verdict))];
  }
}

function unknownIdentifier(
  text: string,
  unknown: { readonly identifier: string; readonly exception: boolean },
): Finding {
  const { identifier, exception } = unknown;
  const meant = exception ? undefined : MEANT.get(identifier.replace(/\+$/, ""));
  if (meant !== undefined) {
    const message = `License-Expression names ${shown(identifier)}, which is no SPDX identifier.`;
    return refusal("M-28", "any", text, { message, remedy: `Use ${meant}.` });
  }
  const what = exception ? "exception" : "licence";
  const message = `License-Expression names the ${what} ${shown(identifier)}, which version ${SPDX_LIST_VERSION} of the SPDX list does not have; PyPI refuses it unless it has a newer list.`;
  return datedRefusal("M-28", text, { message, remedy: USE_SPDX });
}

const PATH_FAULTS = {
  "parent-directory": ["parent directory indicators are not allowed", "holds '..'"],
  pattern: ["paths must be resolved", "holds '*'"],
  absolute: ["paths must be relative", "is absolute"],
  "not-normalised": ["paths must use '/' delimiter", "is not in its normal form with '/' between"],
} as const;

/** M-30. */
export function licenseFileFindings(values: readonly string[]): readonly Finding[] {
  return values.flatMap((value) => {
    const fault = licensePathFault(value);
    if (fault === undefined) {
      return [];
    }
    const [reason, what] = PATH_FAULTS[fault];
    const finding = refusal("M-30", "any", `${pythonRepr(value)} is invalid for 'license-file', ${reason}.`, {
      message: `The path ${shown(value)} in License-File ${what}.`,
      remedy:
        fault === "not-normalised"
          ? `Write it as ${shown(normalizedLicensePath(value))}.`
          : "Name licence files by their relative paths inside the project, with '/' between.",
    });
    return [withBraces(value, finding)];
  });
}

/** M-29. A licence classifier beside an expression is not refused. */
export function licenseFieldViolations(values: MetadataValues): MetadataViolation[] {
  if (!values.has("license") || !values.has("license-expression")) {
    return [];
  }
  const text = "License is deprecated when License-Expression is present. Only License-Expression should be present.";
  const finding = refusal("M-29", "pypi", text, {
    message: "The metadata has both License and License-Expression; PyPI takes one of them.",
    remedy: "Keep the licence expression only.",
  });
  return inField("license", 3, [finding]);
}
