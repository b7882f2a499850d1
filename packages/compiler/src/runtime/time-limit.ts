import { LimitExceeded } from "./operations/limit-exceeded.js";

/** Milliseconds of a clock that never goes back much; every JavaScript engine has `Date.now`. */
export type Clock = () => number;

/** Ends a rendering that takes too long, at one of its looks at the clock. */
export class TimeLimit {
  readonly #milliseconds: number;
  readonly #clock: Clock;
  #end: number | undefined;

  constructor(milliseconds: number, clock: Clock = Date.now) {
    this.#milliseconds = milliseconds;
    this.#clock = clock;
  }

  /** Throws `LimitExceeded`. The time begins with the first look, so that a short rendering never looks. */
  look(): void {
    const now = this.#clock();
    this.#end ??= now + this.#milliseconds;
    if (now <= this.#end) return;
    const message = `The template took longer than the limit of ${this.#milliseconds} milliseconds.`;
    throw new LimitExceeded("limit-time", message);
  }
}

let current: TimeLimit | undefined;

/** The time of the rendering that begins, or goes on, is this. Returns what was before. Renderings are synchronous. */
export function switchTimeLimit(limit: TimeLimit | undefined): TimeLimit | undefined {
  const before = current;
  current = limit;
  return before;
}

/** The time of the rendering that runs. */
export function currentTimeLimit(): TimeLimit | undefined {
  return current;
}

/** Throws `LimitExceeded` when the time of the rendering is over, if one runs. */
export function lookAtClock(): void {
  current?.look();
}
