import { singleAddress } from "../../standards/address-list.ts";
import { emailFault } from "../../standards/email-address.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { inField, type MetadataValues, type MetadataViolation, refusal, shown } from "./metadata-violation.ts";

/** M-14, for Author-email and Maintainer-email. Only a value that is exactly one address is judged. */
export function emailViolations(values: MetadataValues): MetadataViolation[] {
  return ["author-email", "maintainer-email"].flatMap((field) => {
    const value = values.get(field)?.[0];
    const address = value === undefined ? undefined : singleAddress(value);
    const fault = address === undefined ? undefined : emailFault(address);
    if (address === undefined || fault === undefined) {
      return [];
    }
    const finding = refusal("M-14", "pypi", `${pythonRepr(address)} is not a valid email address: ${fault}`, {
      message: `The address ${shown(address)} in ${field} is none that PyPI takes: ${fault}`,
      remedy: "Write 'Name <user@host.tld>'; a name without an address belongs into the author's or maintainer's name.",
    });
    return inField(field, 3, [finding]);
  });
}
