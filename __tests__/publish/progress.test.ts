import { describe, expect, it } from "@jest/globals";
import { progressText } from "../../src/publish/progress.ts";

describe("the progress of an upload", () => {
  it.each([
    [0, 10, "waiting for a connection (10.0 s)"],
    [50_000_000, 10, "25 % of 200.0 MB sent, 5.0 MB/s, about 30.0 s left"],
    [199_999_999, 20, "99 % of 200.0 MB sent, 10.0 MB/s, about 0.00 s left"],
    [1_000_000, 30, "0 % of 200.0 MB sent, 33.3 kB/s, about 99 min 30 s left"],
    [200_000_000, 40, "all sent, waiting for the answer (40.0 s)"],
  ])("%d of 200,000,000 bytes after %d s: %s", (bytes, seconds, text) => {
    expect(progressText({ contentLength: 200_000_000, taken: { bytes } }, seconds)).toBe(text);
  });
});
