import type { Content } from "./content.ts";
import { type FormFields, single } from "./form.ts";
import type { IndexOptions } from "./options.ts";
import { badRequest, ServerFailure } from "./refusal.ts";

/** Compares every digest sent with the bytes received (rule H-18). */
export async function checkDigests(
  fields: FormFields,
  content: Content,
  { compareBlake2 = true }: IndexOptions,
): Promise<void> {
  const expected = {
    md5_digest: () => content.digest("md5"),
    sha256_digest: async () => content.sha256,
    blake2_256_digest: () => content.digest("blake2_256"),
  };
  for (const [field, compute] of Object.entries(expected)) {
    const sent = single(fields, field) ?? "";
    if (sent === "" || (field === "blake2_256_digest" && !compareBlake2)) {
      continue;
    }
    if (Array.from(sent).some((character) => (character.codePointAt(0) ?? 0) > 0x7f)) {
      throw new ServerFailure("a digest outside ASCII cannot be compared (H-18)");
    }
    if (sent.toLowerCase() !== (await compute())) {
      throw badRequest("The digest supplied does not match a digest calculated from the uploaded file.");
    }
  }
}
