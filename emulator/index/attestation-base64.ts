const ALPHABET = /^[A-Za-z0-9+/]$/;

/**
 * Decodes base64 as Python's `base64.b64decode` does, which the index uses: characters outside the alphabet are passed
 * over, what follows the padding is ignored, missing padding is an error.
 *
 * @throws Error with Python's words.
 */
export function decodeBase64(text: string): Buffer {
  let data = "";
  let padding = 0;
  for (const character of text) {
    if (character === "=") {
      padding += 1;
      if (data.length % 4 >= 2 && (data.length % 4) + padding >= 4) {
        return Buffer.from(data, "base64");
      }
    } else if (ALPHABET.test(character)) {
      data += character;
      padding = 0;
    }
  }
  if (data.length % 4 === 1) {
    throw new Error(
      `Invalid base64-encoded string: number of data characters (${data.length}) cannot be 1 more than a multiple of 4`,
    );
  }
  if (data.length % 4 !== 0) {
    throw new Error("Incorrect padding");
  }
  return Buffer.from(data, "base64");
}
