import { JavaException } from "../value.js";
import { runEnd, widthInSet } from "./indexed-set.js";
import { Machine } from "./machine.js";
import type { Pattern } from "./pattern.js";
import { RegexBudget } from "./regex-budget.js";

/** `java.util.regex.Matcher`: finds the matches of a pattern in an input, one after the other. */
export class Matcher {
  readonly pattern: Pattern;
  readonly input: string;
  readonly #budget: RegexBudget;
  #machine: Machine | undefined;
  /** Bounds of the current match, -1 without one. */
  start = -1;
  end = -1;
  /** Where `\G` holds: the end of the last match, also where the search had to go on behind it. */
  #previousEnd: number;

  constructor(pattern: Pattern, input: string, from = 0, budget = RegexBudget.for(input)) {
    this.pattern = pattern;
    this.input = input;
    this.#budget = budget;
    this.#previousEnd = from;
  }

  /** Whether the whole input matches. */
  matches(): boolean {
    const machine = this.#reset();
    return this.#setMatch(0, machine.match(0, true, this.#previousEnd));
  }

  /** Goes to the next match; false when there is none. */
  find(): boolean {
    const isEmpty = this.start === this.end && this.end !== -1;
    const from = isEmpty ? this.end + 1 : this.#previousEnd;
    const found = this.#findFrom(from);
    if (found) this.#previousEnd = this.end;
    return found;
  }

  /**
   * Bounds of a group, both -1 when the group took no part in the match.
   * @throws JavaException IndexOutOfBoundsException when the pattern has no such group
   */
  groupBounds(index: number): readonly [start: number, end: number] {
    if (index > this.pattern.groupCount) {
      throw new JavaException("java.lang.IndexOutOfBoundsException", `No group ${index}`);
    }
    if (index === 0 || this.#machine === undefined) return [this.start, this.end];
    const { registers } = this.#machine;
    return [registers[2 * index]!, registers[2 * index + 1]!];
  }

  /** Text of a group, null when the group took no part in the match. */
  group(index: number): string | null {
    const [start, end] = this.groupBounds(index);
    return start === -1 ? null : this.input.slice(start, end);
  }

  #setMatch(start: number, end: number): boolean {
    this.start = end === -1 ? -1 : start;
    this.end = end;
    return end !== -1;
  }

  #reset(): Machine {
    this.#machine ??= new Machine(this.pattern.program, this.input, this.#budget);
    this.#machine.reset();
    return this.#machine;
  }

  #findFrom(from: number): boolean {
    const { literal, run } = this.pattern;
    if (from > this.input.length) return this.#setMatch(-1, -1);
    if (literal !== undefined) {
      const start = this.input.indexOf(literal, from);
      return this.#setMatch(start, start === -1 ? -1 : start + literal.length);
    }
    if (run !== undefined) {
      const start = this.#nextStart(from);
      return this.#setMatch(start, start === -1 ? -1 : runEnd(run.set, this.input, start, 1, run.max));
    }
    return this.#search(from);
  }

  /** Tries each start in turn. Captures that an attempt leaves behind stay for the next one, as in Java. */
  #search(from: number): boolean {
    const machine = this.#reset();
    for (let start = this.#nextStart(from); start !== -1; start = this.#nextStart(this.#following(start))) {
      const end = machine.match(start, false, this.#previousEnd);
      if (end !== -1) return this.#setMatch(start, end);
    }
    return this.#setMatch(-1, -1);
  }

  #following(start: number): number {
    const isPair = this.pattern.program.keepsPairs && this.input.codePointAt(start)! > 0xffff;
    return start + (isPair ? 2 : 1);
  }

  /** The first place from `from` on where a match can begin, or -1. */
  #nextStart(from: number): number {
    const { firstSet, minLength } = this.pattern.program;
    const last = this.input.length - minLength;
    let start = from;
    if (firstSet !== undefined) {
      while (start <= last && widthInSet(firstSet, this.input, start) === 0) start = this.#following(start);
    }
    return start <= last ? start : -1;
  }
}
