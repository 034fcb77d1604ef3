/** Sizes, times and rates as people read them: decimal units, one digit after the point. */

const UNITS = ["kB", "MB", "GB", "TB"] as const;

/** @param bytes from 0; `512 B`, `1.2 MB` */
export function humanSize(bytes: number): string {
  if (bytes < 1000) {
    return `${Math.round(bytes)} B`;
  }
  let value = bytes;
  let unit = "";
  for (const next of UNITS) {
    value /= 1000;
    unit = next;
    // 999,950 would be shown as 1000.0.
    if (value < 999.95) {
      break;
    }
  }
  return `${value.toFixed(1)} ${unit}`;
}

/** @param seconds from 0; `0.04 s`, `3.2 s`, `2 min 5 s` */
export function humanSeconds(seconds: number): string {
  if (seconds < 59.95) {
    return `${seconds.toFixed(seconds < 0.1 ? 2 : 1)} s`;
  }
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Bytes in seconds as `1.2 MB/s`; empty when no time has passed. */
export function humanRate(bytes: number, seconds: number): string {
  return seconds > 0 ? `${humanSize(bytes / seconds)}/s` : "";
}
