import { descriptionViolations } from "../../src/verification/rules/description.ts";
import type { MetadataValues } from "./metadata-rules.ts";
import { badRequest, seeHelp } from "./refusal.ts";

/** Rules M-11 to M-13; what cannot be decided without docutils passes. */
export function checkDescription(values: MetadataValues): void {
  const fields = new Map(
    ["description", "description-content-type"].map((header) => [
      header.replaceAll("-", "_"),
      values.get(header) ?? [],
    ]),
  );
  const refused = descriptionViolations(fields).find(({ effect }) => effect === "reject");
  if (refused !== undefined) {
    throw badRequest(`${refused.text} ${seeHelp("description-content-type")}`);
  }
}
