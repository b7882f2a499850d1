import { switchRegexBudget } from "../regex/index.js";
import { switchTimeLimit } from "../time-limit.js";
import { switchWork, workFor } from "../work.js";
import type { RenderState } from "./render-state.js";

/** Runs a part of a rendering: within its time, with as much work as its steps allow, and matches that share a budget. */
export function metered<Result>(state: RenderState, run: (state: RenderState) => Result): Result {
  const time = switchTimeLimit(state.time);
  const work = switchWork(workFor(state.maxSteps));
  const matches = switchRegexBudget("none yet");
  try {
    return run(state);
  } finally {
    switchTimeLimit(time);
    switchWork(work);
    switchRegexBudget(matches);
  }
}
