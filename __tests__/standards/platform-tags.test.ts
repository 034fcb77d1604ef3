import { describe, expect, it } from "@jest/globals";
import { judgePlatformTag } from "../../src/standards/platform-tags.ts";

describe("judgePlatformTag", () => {
  it.each(["any", "win32", "manylinux2014_ppc64", "macosx_10_99_fat3", "macosx_26_0_arm64", "android_21_x86"])(
    "accepts %s",
    (tag) => {
      expect(judgePlatformTag(tag)).toBe("accepted");
    },
  );

  it("has no end anchor for iOS and Emscripten", () => {
    expect(judgePlatformTag("ios_13_0_arm64_iphoneos_x")).toBe("accepted");
    expect(judgePlatformTag("pyemscripten_2025_0_wasm32_x")).toBe("accepted");
  });

  it.each([
    "linux_x86_64",
    "macosx_14_2_arm64",
    "macosx_16_0_arm64",
    "macosx_27_1_arm64",
    "macosx_27_0_amd64",
    "win_arm32",
    "pyodide_2024_0_wasm32",
    "freebsd_14_amd64",
    "",
  ])("refuses %s", (tag) => {
    expect(judgePlatformTag(tag)).toBe("refused");
  });

  it.each(["macosx_27_0_arm64", "manylinux_2_39_loongarch64", "musllinux_1_2_ppc64", "android_21_riscv64"])(
    "does not know whether %s is taken by now",
    (tag) => {
      expect(judgePlatformTag(tag)).toBe("unknown");
    },
  );
});
