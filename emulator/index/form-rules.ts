import { nameFinding } from "../../src/verification/rules/project-name.ts";
import { type FormFields, single } from "./form.ts";
import { badRequest, CORE_METADATA_URL, seeUrl } from "./refusal.ts";

export interface CheckedForm {
  readonly name: string;
  readonly filetype: "sdist" | "bdist_wheel";
}

const HEX_DIGEST = /^[A-F0-9]{64}\n?$/i;

/** Rule H-06. */
export function checkProtocolVersion(fields: FormFields): void {
  const values = fields.get("protocol_version");
  if (values !== undefined && values.at(-1) !== "1") {
    throw badRequest("Unknown protocol version.");
  }
}

/** Rules M-03 and H-14 to H-17; one error is reported, by rule H-19. */
export function checkForm(fields: FormFields): CheckedForm {
  const name = single(fields, "name");
  const nameError = nameFinding(name);
  if (nameError !== undefined) {
    throw badRequest(`${nameError.text} ${seeUrl(CORE_METADATA_URL)}`);
  }
  const errors = fieldErrors(fields);
  const [first] = [...errors.keys()].sort();
  if (first !== undefined) {
    throw badRequest(`Invalid value for ${first}. Error: ${errors.get(first)}`);
  }
  const digests = ["md5_digest", "sha256_digest", "blake2_256_digest"];
  if (digests.every((digest) => (single(fields, digest) ?? "") === "")) {
    throw badRequest("Error: Include at least one message digest.");
  }
  return { name: name ?? "", filetype: single(fields, "filetype") === "sdist" ? "sdist" : "bdist_wheel" };
}

function fieldErrors(fields: FormFields): Map<string, string> {
  const errors = new Map<string, string>();
  const filetype = single(fields, "filetype") ?? "";
  if (filetype === "") {
    errors.set("filetype", "This field is required.");
  } else if (filetype !== "sdist" && filetype !== "bdist_wheel") {
    errors.set("filetype", "Use a known file type.");
  }
  const pyversion = single(fields, "pyversion") ?? "";
  if (filetype === "bdist_wheel" && pyversion === "") {
    errors.set("pyversion", "Python version is required for binary distribution uploads.");
  }
  if (filetype === "sdist" && pyversion !== "" && pyversion !== "source") {
    errors.set("pyversion", "Use 'source' as Python version for an sdist.");
  }
  for (const [field, kind] of [
    ["sha256_digest", "SHA256"],
    ["blake2_256_digest", "BLAKE2"],
  ] as const) {
    const digest = single(fields, field) ?? "";
    if (digest !== "" && !HEX_DIGEST.test(digest)) {
      errors.set(field, `Use a valid, hex-encoded, ${kind} message digest.`);
    }
  }
  return errors;
}
