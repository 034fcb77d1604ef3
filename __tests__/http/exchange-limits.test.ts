import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "@jest/globals";
import { ExchangeLimits } from "../../src/http/exchange-limits.ts";

it("an answer that comes before the body says it has ended leaves no timer behind", async () => {
  const body = new Readable({ read: () => undefined });
  const cancelled = new AbortController().signal;
  const limits = new ExchangeLimits({ idleMs: 20 }, { pace: 1, cancelled, body });
  limits.answerBegan();
  limits.end();
  body.push(null);
  body.resume();
  await new Promise((resolve) => body.once("end", resolve));
  await pause(60);
  expect(limits.signal.aborted).toBe(false);
});
