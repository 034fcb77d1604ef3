import { run } from "./main.ts";

// Exit code 1 stands until a settled run changes it: a promise that never settles must not end in success.
process.exitCode = 1;

const exitCode = await run();

// A library's socket must not keep a finished run alive; on Windows a pipe has to drain before the exit.
process.stdout.write("", () => process.exit(exitCode));
