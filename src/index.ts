import { run } from "./main.ts";

// Exit code 1 stands until a settled run changes it: a promise that never settles must not end in success.
process.exitCode = 1;

// The log may be closed before the run ends; what is under way (burning the token) goes on.
process.stdout.on("error", () => undefined);

const exitCode = await run();

// A library's socket must not keep a finished run alive; on Windows a pipe has to drain before the exit.
process.stdout.write("", () => process.exit(exitCode));
