import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import { NO_ISSUER, upload, verdict, wheel } from "./uploader.ts";

let index: EmulatedIndex;

beforeEach(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 250 });
  index.addProject("pkg");
});

afterEach(() => index.close());

const wheels = (count: number) => Array.from({ length: count }, (_, at) => wheel({ build: String(at) }));

async function together(archives: ReturnType<typeof wheels>): Promise<string[]> {
  const replies = await Promise.all(archives.map((archive) => upload(index, archive)));
  return replies.map(verdict).sort();
}

describe("uploads at the same time (P-29)", () => {
  it("two first files of a release: one gets 500, and 200 when it is sent again", async () => {
    expect(await together(wheels(2))).toEqual(["200 OK", "500 Internal Server Error"]);
    expect(await together(wheels(2))).toEqual(["200 OK", "200 OK"]);
    expect(index.state.files).toHaveLength(2);
  });

  it("seven after the first: all stored, side by side", async () => {
    const [first, ...others] = wheels(8);
    expect(await together(first === undefined ? [] : [first])).toEqual(["200 OK"]);
    const start = performance.now();
    expect(await together(others)).toEqual(Array.from({ length: 7 }, () => "200 OK"));
    expect(performance.now() - start).toBeLessThan(7 * 250);
  });

  it("the same new file five times in a release that exists: one 200, the rest 500", async () => {
    await together(wheels(1));
    const same = wheel({ build: "7" });
    const verdicts = await together([same, same, same, same, same]);
    expect([verdicts[0], verdicts[4]]).toEqual(["200 OK", "500 Internal Server Error"]);
    expect(index.state.files).toHaveLength(2);
  });

  it("can be made harmless", async () => {
    index.switches.races = false;
    expect(await together(wheels(3))).toEqual(["200 OK", "200 OK", "200 OK"]);
  });

  it("shows its 500 as a page of HTML whatever Accept says (H-26)", async () => {
    const replies = await Promise.all(wheels(2).map((archive) => upload(index, archive)));
    const failed = replies.find(({ status }) => status === 500);
    expect(failed?.headers["content-type"]).toBe("text/html; charset=UTF-8");
  });
});
