import {
  extensionViolations,
  metadataNameViolations,
  storedNameViolations,
} from "../../src/verification/rules/filename.ts";
import { sdistFilenameViolations } from "../../src/verification/rules/filename-sdist.ts";
import { wheelFilenameViolations } from "../../src/verification/rules/filename-wheel.ts";
import type { CheckedForm } from "./form-rules.ts";
import { seeUrl } from "./refusal.ts";
import type { ReleaseVersion } from "./release-version.ts";
import { refuseFirst } from "./violation-refusal.ts";

/** Rules F-01 to F-04, before the bytes are looked at. */
export function checkFilename(filename: string, filetype: CheckedForm["filetype"]): void {
  refuseFirst(extensionViolations({ filename, filetype }), ({ rule }) =>
    rule === "F-03" || rule === "F-04" ? seeUrl("https://www.python.org/dev/peps/pep-0527") : "",
  );
}

/** Rules F-05 to F-08. */
export function checkSdistFilename(filename: string, name: string, version: ReleaseVersion): void {
  refuseFirst(sdistFilenameViolations({ filename, name, version: version.normalized }));
}

/** Rules F-10 to F-17. */
export function checkWheelFilename(filename: string, name: string, version: ReleaseVersion): void {
  refuseFirst(wheelFilenameViolations({ filename, name, version: version.normalized }));
}

/** Names no file system takes fail before anything can be said about them (rule F-18). */
export function checkStorableName(filename: string): void {
  refuseFirst(storedNameViolations(filename));
}

/** The last rule for a wheel: its METADATA is stored under a longer name (rule F-18). */
export function checkMetadataName(filename: string): void {
  refuseFirst(metadataNameViolations(filename));
}
