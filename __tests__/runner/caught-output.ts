import { afterEach, beforeEach } from "@jest/globals";

/** Catches what each test of the file has the process write to its standard output. */
export function catchOutput(): string[] {
  const written: string[] = [];
  const write = process.stdout.write;
  beforeEach(() => {
    written.length = 0;
    process.stdout.write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0;
  });
  afterEach(() => {
    process.stdout.write = write;
  });
  return written;
}
