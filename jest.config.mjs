/** @type {import('jest').Config} */
export default {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2024" }, module: { type: "es6" } },
    ],
  },
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/lib/", "<rootDir>/dist/", "<rootDir>/.cache/"],
  restoreMocks: true,
  // Many tests wait for servers, so more of them than there are processors run side by side.
  maxWorkers: 4,
  // Whole processes are started and retried against; a shared machine makes them slow, not wrong.
  testTimeout: 60_000,
};
