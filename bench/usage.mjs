/**
 * Preloaded into a process: tells what it took so far when it is asked through its channel, and at its end in the file
 * that the environment names.
 */
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

function usage() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const { rss, heapUsed } = process.memoryUsage();
  // Microseconds, KiB and bytes.
  return {
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    mostMB: maxRSS / 1024,
    residentMB: rss / 2 ** 20,
    heapMB: heapUsed / 2 ** 20,
  };
}

if (isMainThread) {
  const file = process.env.BENCH_USAGE;
  if (file !== undefined) process.on("exit", () => writeFileSync(file, JSON.stringify(usage())));
  if (process.send !== undefined) {
    process.on("message", (question) => {
      if (question === "usage after a collection") globalThis.gc?.();
      process.send?.(usage());
    });
    // The channel must not keep a process from its end.
    process.channel?.unref();
  }
}
