const HOUR_MS = 60 * 60_000;
/** Milliseconds a megabyte may take, which is slower than any link that releases are published over. */
const MEGABYTE_MS = 6_000;

/** Milliseconds a run may take at the most: an hour, and for large releases a minute more for every 10 MB. */
export function runTimeLimit(files: readonly { readonly size: number }[] = []): number {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return HOUR_MS + (bytes / 1_000_000) * MEGABYTE_MS;
}
