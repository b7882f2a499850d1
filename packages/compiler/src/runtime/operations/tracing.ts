import type { RenderState } from "./render-state.js";

/** Traced code only: notes where the template is, then calls. The arguments have been evaluated by then. */
export function at<Args extends unknown[], Result>(
  state: RenderState,
  site: number,
  call: (...args: Args) => Result,
  ...args: Args
): Result {
  state.site = site;
  return call(...args);
}

/** Traced code only: says which output a place in the template printed. */
export function tracePrint(state: RenderState, site: number, outputStart: number, outputEnd: number): void {
  if (state.muted === 0 && outputEnd > outputStart) state.onPrint?.(site, outputStart, outputEnd);
}
