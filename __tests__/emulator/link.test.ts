import { describe, expect, it } from "@jest/globals";
import { startIndex } from "../../emulator/index/index-server.ts";
import type { LinkOptions } from "../../emulator/link.ts";
import { noise } from "../builders/noise.ts";
import { send } from "./http-client.ts";
import { NO_ISSUER, sdist, upload, verdict } from "./uploader.ts";

/** Milliseconds for one exchange over a new connection. */
async function timed(link: LinkOptions, bytes?: number): Promise<number> {
  const index = await startIndex({ issuer: NO_ISSUER, link, processingMs: 0 });
  try {
    const start = performance.now();
    if (bytes === undefined) {
      expect((await send(`${index.origin}/_/oidc/audience`)).status).toBe(200);
    } else {
      const archive = sdist({ files: { "noise.bin": noise(bytes) } });
      expect(verdict(await upload(index, archive))).toBe("200 OK");
    }
    return performance.now() - start;
  } finally {
    await index.close();
  }
}

describe("the link", () => {
  it("takes one round trip to connect and one for the exchange", async () => {
    const milliseconds = await timed({ roundTripMs: 60 });
    expect(milliseconds).toBeGreaterThanOrEqual(118);
    expect(milliseconds).toBeLessThan(2000);
  });

  it("lets bytes through no faster than its bandwidth", async () => {
    const megabit = 1_000_000;
    const milliseconds = await timed({ bitsPerSecond: 8 * megabit }, 300_000);
    expect(milliseconds).toBeGreaterThanOrEqual(295);
    expect(milliseconds).toBeLessThan(4000);
  });

  it("carries several connections side by side, and https", async () => {
    const index = await startIndex({ issuer: NO_ISSUER, https: true, link: { roundTripMs: 40 } });
    try {
      const start = performance.now();
      const urls = Array.from({ length: 8 }, () => `${index.origin}/_/oidc/audience`);
      const replies = await Promise.all(urls.map((url) => send(url, { ca: index.caCertificate })));
      expect(replies.map(({ status }) => status)).toEqual(urls.map(() => 200));
      // TCP, TLS 1.3 and the exchange: three round trips, for all of them together.
      expect(performance.now() - start).toBeGreaterThanOrEqual(118);
      expect(performance.now() - start).toBeLessThan(3000);
    } finally {
      await index.close();
    }
  });

  it("hands a reset on", async () => {
    const index = await startIndex({ issuer: NO_ISSUER, link: { roundTripMs: 10 } });
    try {
      index.faults.add({ on: {}, fault: { kind: "reset", when: "before-body" } });
      await expect(send(index.simpleUrl)).rejects.toMatchObject({ code: "ECONNRESET" });
    } finally {
      await index.close();
    }
  });
});
