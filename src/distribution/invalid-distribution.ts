import { PublishError } from "../errors.ts";
import { quote } from "../quote.ts";
import { type CoreMetadata, parseCoreMetadata } from "../standards/core-metadata.ts";

/** An error about one distribution. The problem is a sentence without its full stop. */
function invalidDistribution(filename: string, problem: string, remedy: string, cause?: unknown): PublishError {
  return new PublishError("distribution-invalid", `${quote(filename, 255)}: ${problem}.`, {
    filename,
    remedy,
    ...(cause === undefined ? {} : { cause }),
  });
}

/**
 * Core metadata of a file.
 *
 * @throws PublishError `distribution-invalid` naming the file.
 */
export function parseMetadataOf(filename: string, member: "METADATA" | "PKG-INFO", bytes: Uint8Array): CoreMetadata {
  try {
    return parseCoreMetadata(bytes);
  } catch (error) {
    if (error instanceof PublishError) {
      const problem = `${member}: ${error.message.replace(/\.$/, "")}`;
      throw invalidDistribution(filename, problem, error.remedy ?? "", error);
    }
    throw error;
  }
}
