import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Recorder, startRecorder } from "../../emulator/recorder.ts";
import { buildMultipart } from "../builders/multipart.ts";
import { send } from "./http-client.ts";

let recorder: Recorder;

beforeEach(async () => {
  recorder = await startRecorder();
});

afterEach(() => recorder.close());

describe("the recording server", () => {
  it("writes down parts in order, with their headers and exact values", async () => {
    const { contentType, body } = buildMultipart([
      { name: "summary", value: "häßlich\r\n--not-the-boundary\r\n" },
      { name: "empty", value: "" },
      { name: "classifiers", value: "b" },
      { name: "classifiers", value: "a" },
      { name: "content", value: Buffer.from([0, 13, 10, 255]), filename: 'a "b".whl', contentType: "x/y" },
    ]);
    const headers = { "Content-Type": contentType, "X-Client": "Tester" };
    expect((await send(`${recorder.url}?q=1`, { method: "POST", headers, body })).status).toBe(200);
    const [upload] = recorder.uploads;
    expect([upload?.method, upload?.path, upload?.query]).toEqual(["POST", "/legacy/", "?q=1"]);
    expect(upload?.headers).toContainEqual(["X-Client", "Tester"]);
    expect(upload?.parts.map(({ name, value }) => [name, value]).slice(0, 4)).toEqual([
      ["summary", "häßlich\r\n--not-the-boundary\r\n"],
      ["empty", ""],
      ["classifiers", "b"],
      ["classifiers", "a"],
    ]);
    expect(upload?.parts[4]).toMatchObject({
      filename: 'a "b".whl',
      bytes: Buffer.from([0, 13, 10, 255]),
      headers: [
        ["Content-Disposition", 'form-data; name="content"; filename="a \\"b\\".whl"'],
        ["Content-Type", "x/y"],
      ],
    });
  });

  it("keeps a body that is no form", async () => {
    await send(recorder.url, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    expect(recorder.uploads).toMatchObject([{ parts: [], body: Buffer.from("{}") }]);
  });
});
