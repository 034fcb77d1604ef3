import base from "./jest.config.mjs";

/** Tests against software we did not write: real indexes, clients, runners. They install what they need. */
export default { ...base, testMatch: ["<rootDir>/interop/**/*.test.ts"] };
