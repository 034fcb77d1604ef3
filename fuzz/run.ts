// A long run: `npm run fuzz`, or `npm run fuzz -- --share 0.1 --seed 7 --only archives`.
// Says for each property how many cases it held for, in what time; ends with exit code 1 at the first finding.
import { parseArgs } from "node:util";
import { PROPERTIES } from "./properties.ts";

const { values } = parseArgs({
  options: {
    /** Of the cases of a whole run. */
    share: { type: "string", default: "1" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    /** Part of the names of the properties to run. */
    only: { type: "string", default: "" },
  },
});
const seed = Number(values.seed);
let total = 0;
let findings = 0;
const started = performance.now();
for (const property of PROPERTIES.filter(({ name }) => name.includes(values.only))) {
  const cases = Math.max(1, Math.round(property.cases * Number(values.share)));
  const begin = performance.now();
  try {
    await property.check(cases, seed);
    total += cases;
    console.log(`${property.name}: ${cases} cases, ${seconds(begin)} s`);
  } catch (error) {
    findings += 1;
    console.log(
      `${property.name}: FINDING after ${seconds(begin)} s\n${String(error instanceof Error ? error.message : error)}`,
    );
  }
}
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `seed ${seed}: ${total} cases held, ${findings} findings, ${seconds(started)} s, at most ${memory} MiB resident`,
);
process.exit(findings === 0 && total > 0 ? 0 : 1);

function seconds(begin: number): string {
  return ((performance.now() - begin) / 1000).toFixed(1);
}
