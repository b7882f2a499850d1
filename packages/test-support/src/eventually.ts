import { vi } from "vitest";

/** Within the time-out of a test, so that it fails with what was missing and not with having hung. */
const HANGS_MS = 100_000;

/** Waits until `check` no longer throws, however busy the machine is, and gives what it gives. Throws what it threw last. */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: HANGS_MS, interval: 20 });
}
