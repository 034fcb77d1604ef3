import { afterEach, describe, expect, it } from "@jest/globals";
import { RunnerLog } from "../../src/runner/log.ts";
import { Secret } from "../../src/secret.ts";
import { catchOutput } from "./caught-output.ts";

// What the runner reads is what the process writes: the real @actions/core, its real standard output caught.
const written = catchOutput();
afterEach(() => {
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

  it.each([
    ["a\u001b[31mb\r\nc\td\u0085", "a\\u001b[31mb\\u000d\nc\td\\u0085"],
    ["\u202eb\u2066c\u200e\u200f\u061cd", "\\u202eb\\u2066c\\u200e\\u200f\\u061cd"],
    ["re\u200bquests\u00ad\u2060\ufeff", "re\\u200bquests\\u00ad\\u2060\\ufeff"],
    ["a\u{e0041}\u{e0100}\ufe0f\u3164\u115f\u2800\u034f", "a\\u{e0041}\\u{e0100}\\ufe0f\\u3164\\u115f\\u2800\\u034f"],
    ["\ud800 \u{1f600} é 漢", "\\ud800 \u{1f600} é 漢"],
  ])("writes what is not seen in %j as an escape", (message, expected) => {
    new RunnerLog().info(message);
    expect(written.join("")).toBe(`${expected}\n`);
  });

  it("takes no time to speak of for a message of line ends", () => {
    const started = performance.now();
    new RunnerLog().info("\n".repeat(300_000));
    expect(performance.now() - started).toBeLessThan(2000);
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

  it("warns of very many things in no time", () => {
    const log = new RunnerLog();
    const started = performance.now();
    for (let number = 0; number < 100_000; number += 1) {
      log.warning(`the classifier "Topic :: ${number}" is not known`);
    }
    expect(performance.now() - started).toBeLessThan(3000);
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
