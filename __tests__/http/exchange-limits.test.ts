import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "@jest/globals";
import { ExchangeLimits } from "../../src/http/exchange-limits.ts";

it("an answer that comes before the body says it has ended leaves no timer behind", async () => {
  const stream = new Readable({ read: () => undefined });
  const body = { stream, contentType: "text/plain", contentLength: 0, taken: { bytes: 0 } };
  const cancelled = new AbortController().signal;
  const limits = new ExchangeLimits({ idleMs: 20 }, { pace: 1, cancelled, body });
  limits.answerBegan();
  limits.end();
  stream.push(null);
  stream.resume();
  await new Promise((resolve) => stream.once("end", resolve));
  await pause(60);
  expect(limits.signal.aborted).toBe(false);
});
