import { BackStack, FrameTag } from "./back-stack.js";
import { runEnd, widthInSet } from "./indexed-set.js";
import { stepBack } from "./look-behind.js";
import { Op, type Program } from "./program.js";
import type { RegexBudget } from "./regex-budget.js";
import { UNBOUNDED } from "./syntax-tree.js";

export const NO_MATCH = -1;

/** Comparing or passing over characters in a row is much cheaper than a step each. */
const SCANNED_UNITS_PER_STEP = 8;

/** What the matcher knows while it runs: position, registers and the backtracking stack. */
export class MachineState {
  /** Bounds of the groups, -1 where unset, then the registers of the program. */
  readonly registers: Int32Array;
  protected readonly program: Program;
  protected readonly input: string;
  protected readonly budget: RegexBudget;
  protected readonly stack = new BackStack();
  protected readonly failedLoops: Set<number>[];
  protected position = 0;
  /**
   * `Matcher.last` of the JDK: where the last match ended, or the last part that was matched by itself (a look-ahead, an
   * atomic group, a round of most loops), which is not undone when the match fails further on. `\b{g}` counts from there.
   */
  protected lastEnd = 0;

  constructor(program: Program, input: string, budget: RegexBudget) {
    this.program = program;
    this.input = input;
    this.budget = budget;
    this.registers = new Int32Array(program.registerCount).fill(-1);
    this.failedLoops = Array.from({ length: program.memoCount }, () => new Set());
  }

  /** Forgets captures and failed positions, before a new search. */
  reset(): void {
    this.registers.fill(-1);
    for (const positions of this.failedLoops) positions.clear();
  }

  /** Sets a register; backtracking undoes it. */
  protected assign(register: number, value: number): void {
    const old = this.registers[register]!;
    if (old === value) return;
    this.stack.pushUndo(old, register);
    this.registers[register] = value;
  }

  protected capture(group: number, start: number, end: number): void {
    this.assign(group, start);
    this.assign(group + 1, end);
  }

  /** Takes back the last choice: sets the position and returns the address to go on at, or -1. */
  protected backtrack(): number {
    const stack = this.stack;
    while (stack.top > 0) {
      const tag = stack.pop();
      if (tag >= 0) {
        this.position = stack.pop();
        return tag;
      }
      if (tag === FrameTag.undo) {
        const register = stack.pop();
        this.registers[register] = stack.pop();
      } else if (tag === FrameTag.settled) {
        stack.top -= 3;
      } else {
        const address = stack.pop();
        const position = stack.pop();
        const bound = stack.pop();
        const next =
          tag === FrameTag.shorterRun
            ? this.#shortenRun(address, position, bound)
            : this.#lengthenRun(address, position, bound);
        if (next !== NO_MATCH) return next;
      }
    }
    return NO_MATCH;
  }

  #shortenRun(address: number, end: number, shortest: number): number {
    const shorter = Math.max(stepBack(this.input, end, 1, true), shortest);
    if (shorter > shortest) this.stack.pushRun(shortest, shorter, address, FrameTag.shorterRun);
    this.position = shorter;
    return address;
  }

  #lengthenRun(address: number, end: number, count: number): number {
    const { code, sets } = this.program;
    const width = widthInSet(sets[code[address + 1]!]!, this.input, end);
    if (width === 0) return NO_MATCH;
    this.position = end + width;
    this.lastEnd = this.position;
    if (count + 1 < code[address + 3]!) {
      this.stack.pushRun(count + 1, this.position, address, FrameTag.longerRun);
    }
    return address + 4;
  }

  /** Where a run of up to `max` characters ends, or -1; leaves in `position` where its shortest form ends. */
  protected endOfRun(pc: number, start: number, max: number): number {
    const { code, sets } = this.program;
    const set = sets[code[pc + 1]!]!;
    const min = code[pc + 2]!;
    const shortest = runEnd(set, this.input, start, min, min);
    const isWhole = shortest >= 0;
    const end = isWhole && max > min ? runEnd(set, this.input, shortest, 0, max - min) : Math.max(shortest, ~shortest);
    // The JDK has a loop of its own for `a*` and `a+`, which matches no part by itself.
    if (end > start && !(code[pc] === Op.runGreedy && max === UNBOUNDED)) this.lastEnd = end;
    if (!isWhole) return NO_MATCH;
    this.position = shortest;
    this.spendOnScan(end - start);
    return end;
  }

  protected spendOnScan(length: number): void {
    this.budget.spend((length / SCANNED_UNITS_PER_STEP) | 0);
  }

  /** Forgets the choices made since the stack had the height; what was captured meanwhile stays. */
  protected cut(height: number): void {
    if (this.program.settlesGroups) this.stack.settle(height, this.registers);
    this.stack.top = height;
  }
}
