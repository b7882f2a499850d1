import type { Value } from "../values/value.js";
import { Bindings } from "./bindings.js";

/** How a state came to where a part of the template begins. */
export interface WayStart {
  readonly way: Way;
}

/**
 * What is known of the inputs that were tested on the way to a place, by their keys. Of ways that became one it is the
 * first one's.
 */
export class Way {
  static readonly none = new Way();
  readonly #start: WayStart | undefined;
  /** What was learned from the start on. */
  readonly #learned: Bindings<Value>;

  constructor(start?: WayStart, learned: Bindings<Value> = Bindings.none) {
    this.#start = start;
    this.#learned = learned;
  }

  with(key: string, value: Value): Way {
    return new Way(this.#start, this.#learned.with(key, value));
  }

  /** Without what was learned of some inputs from the start on. */
  without(isForgotten: (key: string) => boolean): Way {
    let learned = this.#learned;
    for (const [key] of learned.entries()) if (isForgotten(key)) learned = learned.with(key, undefined);
    return learned === this.#learned ? this : new Way(this.#start, learned);
  }

  /** The same that was learned, from another start on. */
  from(starts: ReadonlyMap<WayStart, WayStart>): Way {
    return new Way(this.#start && starts.get(this.#start), this.#learned);
  }

  get whole(): ReadonlyMap<string, Value> {
    const whole = new Map(this.#start?.way.whole);
    for (const [key, value] of this.#learned.entries()) whole.set(key, value);
    return whole;
  }
}
