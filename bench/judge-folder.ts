import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { discoverDistributions } from "../src/distribution/discover.ts";
import { readDistributions } from "../src/distribution/read-distributions.ts";
import { verifyRelease } from "../src/verification/verify-release.ts";

/** `judge-folder.ts verify|hash FOLDER`: the work that is measured, in a process of its own. */
const [work = "", folder = ""] = process.argv.slice(2);
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const { candidates } = await discoverDistributions({ packagesDir: ".", workspace: folder });
if (work === "verify") {
  await verifyRelease({ ...(await readDistributions(candidates)), strictness: "pypi" });
} else {
  for (const { path } of candidates) {
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk);
    }
    hash.digest();
  }
}
const seconds = (performance.now() - start) / 1000;
process.stdout.write(JSON.stringify({ seconds, startPeakBytes: before * 1024, files: candidates.length }));
