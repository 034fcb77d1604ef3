import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { EOL } from "node:os";

// The runner's workflow commands (docs.github.com, "Workflow commands for GitHub Actions"). `@actions/core` writes the
// same bytes, which a test holds this to, and brings a second HTTP client with it, which took a third of a run's start.

export function info(message: string): void {
  process.stdout.write(`${message}${EOL}`);
}

export function debug(message: string): void {
  command("debug", message);
}

export function warning(message: string): void {
  command("warning", message);
}

export function error(message: string, title: string): void {
  command("error", message, ` title=${escapeProperty(title)}`);
}

export function startGroup(title: string): void {
  command("group", title);
}

export function endGroup(): void {
  command("endgroup", "");
}

/** Has the runner replace the value by *** in the log from here on. */
export function setSecret(value: string): void {
  command("add-mask", value);
}

/** Whether the runner's step debugging is on. */
export function isDebug(): boolean {
  return process.env.RUNNER_DEBUG === "1";
}

/**
 * Sets an output of the step, by the file the runner gives for it or, where it gives none, by the older command.
 *
 * @throws the file system's error.
 */
export function setOutput(name: string, value: string): void {
  const file = process.env.GITHUB_OUTPUT;
  if (file === undefined || file === "") {
    process.stdout.write(EOL);
    command("set-output", value, ` name=${escapeProperty(name)}`);
    return;
  }
  // A delimiter that nobody can guess: a value cannot end itself and go on as another output.
  const delimiter = `ghadelimiter_${randomUUID()}`;
  appendFileSync(file, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`);
}

function command(name: string, message: string, properties = ""): void {
  process.stdout.write(`::${name}${properties}::${escapeData(message)}${EOL}`);
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
