import type { IncomingMessage } from "node:http";

const DEFAULT_CAP_BYTES = 16 * 1024 * 1024;

/** The whole body of a request. Throws when it is longer than the cap (bytes). */
export async function readBody(request: IncomingMessage, capBytes = DEFAULT_CAP_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > capBytes) {
      throw new Error(`request body over ${capBytes} bytes`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
