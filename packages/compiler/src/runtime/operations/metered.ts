import { switchTimeLimit } from "../time-limit.js";
import { switchWork, workFor } from "../work.js";
import type { RenderState } from "./render-state.js";

/** Runs a part of a rendering: within its time, and with as much work as its steps allow. */
export function metered<Result>(state: RenderState, run: (state: RenderState) => Result): Result {
  const time = switchTimeLimit(state.time);
  const work = switchWork(workFor(state.maxSteps));
  try {
    return run(state);
  } finally {
    switchTimeLimit(time);
    switchWork(work);
  }
}
