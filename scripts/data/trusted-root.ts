// Writes src/attestation/data/trusted-root.ts: the trusted root of the public Sigstore, as the pinned @sigstore/tuf ships it
// (signed by the Sigstore root key holders, fetched by its maintainers through TUF). Run it after an update of that package.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import seeds from "@sigstore/tuf/seeds.json" with { type: "json" };

const root = join(import.meta.dirname, "..", "..");
const file = join(root, "src", "attestation", "data", "trusted-root.ts");
const encoded = seeds["https://tuf-repo-cdn.sigstore.dev"].targets["trusted_root.json"];
const trustedRoot: unknown = JSON.parse(Buffer.from(encoded, "base64").toString("utf8"));

writeFileSync(
  file,
  `/** What the public Sigstore signs and logs with. Made by scripts/data/trusted-root.ts; a test holds it to its source. */
export const PUBLIC_TRUSTED_ROOT = ${JSON.stringify(trustedRoot)};
`,
);
execFileSync(process.execPath, [
  join(root, "node_modules", "@biomejs", "biome", "bin", "biome"),
  "format",
  "--write",
  file,
]);
