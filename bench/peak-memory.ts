import { readFileSync } from "node:fs";

const INTERVAL_MS = 10;

/** A running watch; `stop` ends it and tells the peak in bytes, if any process could be seen. */
export interface PeakWatch {
  stop(): number | undefined;
}

/**
 * Watches a process and what it started through /proc, for systems without GNU time. VmHWM is the peak so far, so only
 * growth in the last few milliseconds of a process escapes. The watched shell itself does not count.
 */
export function watchPeak(shell: number | undefined): PeakWatch {
  let peak: number | undefined;
  const look = (): void => {
    for (const id of shell === undefined ? [] : descendants(shell)) {
      const bytes = highWaterMark(id);
      peak = bytes === undefined ? peak : Math.max(peak ?? 0, bytes);
    }
  };
  const timer = setInterval(look, INTERVAL_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

function descendants(id: number): number[] {
  const children = (read(`/proc/${id}/task/${id}/children`) ?? "").split(" ").filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function highWaterMark(id: number): number | undefined {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/mu.exec(read(`/proc/${id}/status`) ?? "")?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process has ended, or the system has no /proc.
    return undefined;
  }
}
