import type { Digests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import type { MultipartForm } from "../http/multipart.ts";

/**
 * The form of the upload API for one distribution: every field its core metadata
 * has, a part for each value, and nothing that is empty (index rules H-01, H-06,
 * H-12 to H-17, A-03; names and repetition from the table "Form fields").
 */
export function uploadForm(distribution: Distribution, digests: Digests, attestations?: string): MultipartForm {
  const fields: [string, string][] = [
    [":action", "file_upload"],
    ["protocol_version", "1"],
  ];
  for (const [field, values] of distribution.metadata.fields) {
    for (const value of values) {
      fields.push([field, value]);
    }
  }
  fields.push(
    ["filetype", distribution.kind === "wheel" ? "bdist_wheel" : "sdist"],
    ["pyversion", distribution.kind === "wheel" ? distribution.pythonTag : "source"],
    ["sha256_digest", digests.sha256],
    ["blake2_256_digest", digests.blake2b256],
  );
  if (attestations !== undefined) {
    fields.push(["attestations", attestations]);
  }
  const { path, filename, size } = distribution;
  const { stamp } = digests;
  return { fields, file: { field: "content", path, filename, size, ...(stamp !== undefined && { stamp }) } };
}
