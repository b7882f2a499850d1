import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { engineScript, readCases } from "./engine-script.mjs";

/** What takes the stack of the engine around QuickJS says nothing of QuickJS. */
const LIMITS = { stackSizeMb: 256, maxOldGenerationSizeMb: 4096 };

/**
 * In a thread with a stack that is larger than QuickJS's own.
 * @returns {Promise<import("./engine-script.mjs").EngineResult>}
 */
export async function runQuickJs() {
  const script = await engineScript({ cases: readCases(), tail: "JSON.stringify(engineTest.runAll(cases));" });
  const thread = new Worker(new URL("quickjs-thread.mjs", import.meta.url), {
    workerData: script,
    resourceLimits: LIMITS,
  });
  const name = "QuickJS";
  try {
    const [{ failed, told }] = await once(thread, "message");
    return failed ? { name, failure: JSON.stringify(told).slice(0, 200) } : { name, report: JSON.parse(told) };
  } catch (error) {
    return { name, failure: String(error).slice(0, 200) };
  }
}
