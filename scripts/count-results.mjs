// Adds up what the test runners counted: `node scripts/count-results.mjs FAILED_STEPS RESULT.json ...`.
// A result that is missing, or that holds no test, counts as a failure: a run that tested nothing is not green.
import { readFileSync } from "node:fs";

const [failedSteps, ...files] = process.argv.slice(2);
let passed = 0;
let failed = Number(failedSteps);
for (const file of files) {
  const result = read(file);
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (result.numPassedTests === 0 || result.numPendingTests > 0) {
    console.log(`${file}: ${result.numPassedTests} passed, ${result.numPendingTests} did not run`);
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0 };
  }
}
