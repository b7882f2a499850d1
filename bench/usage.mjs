/** Preloaded into a process: at its end, tells what it took, in a file that the environment names. */
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  // Microseconds and KiB; the clock began when the process did.
  const usage = { wallMs: performance.now(), cpuMs: (userCPUTime + systemCPUTime) / 1000, rssMB: maxRSS / 1024 };
  writeFileSync(process.env.BENCH_USAGE ?? "usage.json", JSON.stringify(usage));
});
