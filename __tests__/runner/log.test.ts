import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { RunnerLog } from "../../src/runner/log.ts";
import { Secret } from "../../src/secret.ts";

// What the runner reads is what the process writes: the real @actions/core, its real standard output caught.
const written: string[] = [];
const write = process.stdout.write;
beforeEach(() => {
  written.length = 0;
  process.stdout.write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0;
});
afterEach(() => {
  process.stdout.write = write;
  delete process.env.RUNNER_DEBUG;
});

describe("the log", () => {
  it.each([
    ["::error::forged", ": :error::forged\n"],
    ["one\n  ::add-mask::x", "one\n  : :add-mask::x\n"],
    ["text ##[error]forged", "text ## [error]forged\n"],
    ["a::b stays", "a::b stays\n"],
  ])("writes %j so that the runner takes no command from it", (message, expected) => {
    new RunnerLog().info(message);
    expect(written.join("")).toBe(expected);
  });

  it("shows no control or bidirectional characters", () => {
    new RunnerLog().info("a\u001b[31mb\u202ec\r\nd");
    expect(written.join("")).toBe("a�[31mb�c�\nd\n");
  });

  it("puts warnings and the failure into one annotation each, line ends escaped", () => {
    new RunnerLog().warning("two\nlines 100%");
    new RunnerLog().failure("a:b,c", "why\nhow");
    expect(written).toEqual(["::warning::two%0Alines 100%25\n", "::error title=a%3Ab%2Cc::why%0Ahow\n"]);
  });

  it("warns of the same thing once, and remembers it", () => {
    const log = new RunnerLog();
    log.warning("once");
    log.warning("once");
    expect(written).toEqual(["::warning::once\n"]);
    expect(log.warnings).toEqual(["once"]);
  });

  it("writes a group at once, and takes no command from its title or lines", () => {
    new RunnerLog().group("a\n::b", ["::error::c", "d"]);
    expect(written.join("")).toBe("::group::a : :b\n: :error::c\nd\n::endgroup::\n");
  });

  it("masks a secret and nothing that is empty", () => {
    new RunnerLog().mask(new Secret("geheim"));
    new RunnerLog().mask(new Secret(""));
    expect(written).toEqual(["::add-mask::geheim\n"]);
  });

  it("keeps debug messages for verbose runs and the runner's debug mode", () => {
    const log = new RunnerLog();
    log.debug("hidden");
    process.env.RUNNER_DEBUG = "1";
    log.debug("for the runner");
    log.verbose = true;
    log.debug("for all");
    expect(written).toEqual(["::debug::for the runner\n", "for all\n"]);
  });
});
