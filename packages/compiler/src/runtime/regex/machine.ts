import { JavaException } from "../value.js";
import { matchesAgain } from "./back-reference.js";
import { FrameTag } from "./back-stack.js";
import { graphemeEnd } from "./grapheme.js";
import { widthInSet } from "./indexed-set.js";
import { farthestStart, stepBack } from "./look-behind.js";
import { MachineState, NO_MATCH } from "./machine-state.js";
import { isSurrogate } from "./pattern-reader.js";
import { isLineBreak } from "./predefined-sets.js";
import { FOLDINGS, IterationMode, Op } from "./program.js";

const [NEWLINE, RETURN] = [0x0a, 0x0d];

/**
 * Runs a program by backtracking, as java.util.regex does, down to which captures survive where: what an atomic part
 * (look-around, possessive quantifier, repeated deterministic group) has captured is not undone when the match fails
 * further on.
 */
export class Machine extends MachineState {
  /**
   * Matches at `start` and returns the end of the match, or -1.
   * @param mustReachEnd whether only a match up to the end of the input counts
   * @param previousEnd where `\G` holds
   * @throws JavaException when the budget or the backtracking stack is exhausted
   */
  match(start: number, mustReachEnd: boolean, previousEnd: number): number {
    const { code, sets, strings, assertions } = this.program;
    const input = this.input;
    const registers = this.registers;
    const stack = this.stack;
    const budget = this.budget;
    stack.top = 0;
    let pc = 0;
    let position = start;
    for (;;) {
      if (--budget.left < 0) budget.spend(0);
      // A case that succeeds continues the loop; one that fails breaks out of the switch, to backtrack.
      switch (code[pc]) {
        case Op.unit:
          if (input.charCodeAt(position) !== code[pc + 1]) break;
          position++;
          pc += 2;
          continue;
        case Op.set: {
          const width = widthInSet(sets[code[pc + 1]!]!, input, position);
          if (width === 0) break;
          position += width;
          pc += 2;
          continue;
        }
        case Op.string: {
          const text = strings[code[pc + 1]!]!;
          if (!input.startsWith(text, position)) break;
          position += text.length;
          pc += 2;
          continue;
        }
        case Op.split:
          stack.pushChoice(position, code[pc + 1]!);
          pc += 2;
          continue;
        case Op.jump:
          pc = code[pc + 1]!;
          continue;
        case Op.open:
          this.assign(code[pc + 1]!, position);
          pc += 2;
          continue;
        case Op.close:
          this.capture(code[pc + 1]!, registers[code[pc + 2]!]!, position);
          pc += 3;
          continue;
        case Op.runGreedy:
        case Op.runPossessive: {
          const end = this.endOfRun(pc, position, code[pc + 3]!);
          if (end === NO_MATCH) break;
          if (code[pc] === Op.runGreedy && end > this.position) {
            stack.pushRun(this.position, end, pc + 4, FrameTag.shorterRun);
          }
          position = end;
          pc += 4;
          continue;
        }
        case Op.runLazy: {
          const min = code[pc + 2]!;
          const end = this.endOfRun(pc, position, min);
          if (end === NO_MATCH) break;
          position = end;
          if (min < code[pc + 3]!) stack.pushRun(min, position, pc, FrameTag.longerRun);
          pc += 4;
          continue;
        }
        case Op.setCount:
          this.assign(code[pc + 1]!, code[pc + 2]!);
          pc += 3;
          continue;
        case Op.loopGreedy:
          pc = this.#loopGreedy(pc, position);
          continue;
        case Op.loopLazy:
          pc = this.#loopLazy(pc, position);
          continue;
        case Op.loopAgain:
          this.assign(code[pc + 1]!, registers[code[pc + 1]!]! + 1);
          pc = code[pc + 2]!;
          continue;
        case Op.loopFailed:
          this.failedLoops[code[pc + 1]!]!.add(position);
          pc += 2;
          continue;
        case Op.iterate:
          pc = this.#iterate(pc, position);
          continue;
        case Op.iterationStart:
          registers[code[pc + 1]!] = stack.top;
          registers[code[pc + 2]!] = position;
          pc += 3;
          continue;
        case Op.iterationEnd: {
          const next = this.#endIteration(pc, position);
          if (next === NO_MATCH) break;
          pc = next;
          continue;
        }
        case Op.iterated:
          if (registers[code[pc + 1]!]! > code[pc + 2]!) {
            const group = code[pc + 3]!;
            stack.pushSettled(registers[group]!, registers[group + 1]!, group);
          }
          pc += 4;
          continue;
        case Op.mark:
          registers[code[pc + 1]!] = stack.top;
          pc += 2;
          continue;
        case Op.cut:
          this.lastEnd = position;
          this.cut(registers[code[pc + 1]!]!);
          pc += 2;
          continue;
        case Op.lookAhead:
          registers[code[pc + 1]!] = stack.top;
          registers[code[pc + 2]!] = position;
          pc += 3;
          continue;
        case Op.lookAheadEnd:
          this.lastEnd = position;
          this.cut(registers[code[pc + 1]!]!);
          position = registers[code[pc + 2]!]!;
          pc += 3;
          continue;
        case Op.notAhead:
          registers[code[pc + 1]!] = stack.top;
          stack.pushChoice(position, code[pc + 2]!);
          pc += 3;
          continue;
        case Op.fail:
          this.lastEnd = position;
          this.cut(registers[code[pc + 1]!]!);
          break;
        case Op.lookBehind: {
          this.#startLookBehind(pc, position);
          const next = this.#tryLookBehind(pc);
          if (next === NO_MATCH) break;
          pc = next;
          position = this.position;
          continue;
        }
        case Op.lookBehindRetry: {
          const behind = code[pc + 1]!;
          const candidate = code[behind + 3]!;
          const step = registers[candidate]! > registers[code[behind + 4]!]! && code[behind + 7] === 1;
          registers[candidate] = stepBack(input, registers[candidate]!, 1, step);
          const next = this.#tryLookBehind(behind);
          if (next === NO_MATCH) break;
          pc = next;
          position = this.position;
          continue;
        }
        case Op.lookBehindEnd: {
          const behind = code[pc + 1]!;
          if (position !== registers[code[behind + 2]!]) break;
          this.cut(registers[code[behind + 1]!]!);
          if (code[behind + 8] === 1) break;
          pc = code[behind + 9]!;
          continue;
        }
        case Op.assert:
          if (!assertions[code[pc + 1]!]!(input, position, previousEnd)) break;
          pc += 2;
          continue;
        case Op.backReference: {
          const group = 2 * code[pc + 1]!;
          const end = this.#endOfRepeatedGroup(group, position, code[pc + 2]!);
          if (end === NO_MATCH) break;
          position = end;
          pc += 3;
          continue;
        }
        case Op.lineBreak: {
          const unit = input.charCodeAt(position);
          if (!isLineBreak(unit)) break;
          pc++;
          position++;
          if (unit === RETURN && input.charCodeAt(position) === NEWLINE) stack.pushChoice(position++, pc);
          continue;
        }
        case Op.codePoint: {
          const codePoint = code[pc + 1]!;
          if (input.codePointAt(position) !== codePoint) break;
          position += codePoint > 0xffff ? 2 : 1;
          pc += 2;
          continue;
        }
        case Op.grapheme: {
          if (position === input.length) break;
          const end = graphemeEnd(input, position);
          this.spendOnScan(end - position);
          position = end;
          pc++;
          continue;
        }
        case Op.graphemeBoundary:
          if (!this.#isGraphemeBoundary(position)) break;
          pc++;
          continue;
        case Op.never:
          break;
        case Op.match:
          if (mustReachEnd && position !== input.length) break;
          this.lastEnd = position;
          this.cut(0);
          return position;
      }
      pc = this.backtrack();
      if (pc === NO_MATCH) return NO_MATCH;
      position = this.position;
    }
  }

  /** After an iteration of a group that may match in several ways; an empty iteration ends the loop, whatever the minimum. */
  #loopGreedy(pc: number, position: number): number {
    const { code } = this.program;
    const exit = pc + 7;
    if (position <= this.registers[code[pc + 2]!]!) return exit;
    const count = this.registers[code[pc + 1]!]!;
    if (count >= code[pc + 3]!) {
      const memo = code[pc + 6]!;
      if (count >= code[pc + 4]! || (memo !== -1 && this.failedLoops[memo]!.has(position))) return exit;
      this.stack.pushChoice(position, memo === -1 ? exit : exit + 2);
    }
    this.assign(code[pc + 1]!, count + 1);
    return code[pc + 5]!;
  }

  #loopLazy(pc: number, position: number): number {
    const { code } = this.program;
    const exit = pc + 7;
    if (position <= this.registers[code[pc + 2]!]!) return exit;
    const count = this.registers[code[pc + 1]!]!;
    if (count < code[pc + 3]!) {
      this.assign(code[pc + 1]!, count + 1);
      return code[pc + 5]!;
    }
    if (count < code[pc + 4]!) this.stack.pushChoice(position, exit + 2);
    return exit;
  }

  #iterate(pc: number, position: number): number {
    const { code } = this.program;
    const count = this.registers[code[pc + 1]!]!;
    const [body, exit] = [pc + 6, code[pc + 5]!];
    if (count < code[pc + 2]!) return body;
    if (count >= code[pc + 3]!) return exit;
    const isLazy = code[pc + 4] === IterationMode.lazy;
    this.stack.pushChoice(position, isLazy ? body : exit);
    return isLazy ? exit : body;
  }

  #endIteration(pc: number, position: number): number {
    const { code } = this.program;
    const { registers } = this;
    const iterate = code[pc + 1]!;
    const start = registers[code[pc + 3]!]!;
    const count = registers[code[iterate + 1]!]!;
    const isRequired = count < code[iterate + 2]!;
    const isPossessive = code[iterate + 4] === IterationMode.possessive;
    this.lastEnd = position;
    this.cut(registers[code[pc + 2]!]!);
    // A completed possessive iteration takes with it the choice to leave the loop before it.
    if (isPossessive && !isRequired) this.stack.top -= 2;
    if (position === start && !isRequired) return isPossessive ? code[iterate + 5]! : NO_MATCH;
    if (code[pc + 4] !== -1) this.capture(code[pc + 4]!, start, position);
    this.assign(code[iterate + 1]!, count + 1);
    return iterate;
  }

  #startLookBehind(pc: number, position: number): void {
    const { code } = this.program;
    const inCodePoints = code[pc + 7] === 1;
    this.registers[code[pc + 1]!] = this.stack.top;
    this.registers[code[pc + 2]!] = position;
    this.registers[code[pc + 3]!] = stepBack(this.input, position, code[pc + 5]!, inCodePoints);
    this.registers[code[pc + 4]!] = farthestStart(this.input, position, code[pc + 6]!, inCodePoints);
  }

  /** Tries the candidate start in the register, or decides the look-behind when there is none left. */
  #tryLookBehind(behind: number): number {
    const { code } = this.program;
    const end = this.registers[code[behind + 2]!]!;
    const candidate = this.registers[code[behind + 3]!]!;
    if (candidate < this.registers[code[behind + 4]!]!) {
      this.position = end;
      return code[behind + 8] === 1 ? code[behind + 9]! : NO_MATCH;
    }
    this.stack.pushChoice(candidate, behind + 10);
    this.position = candidate;
    return behind + 12;
  }

  /**
   * Java looks for one boundary from `Matcher.last` on, and for no more.
   * @throws JavaException StringIndexOutOfBoundsException when `Matcher.last` is at the end of the input, as it is in Java
   */
  #isGraphemeBoundary(position: number): boolean {
    const { input, lastEnd } = this;
    if (position === 0 || position === input.length) return true;
    if (isSurrogate(input.charCodeAt(position)) && input.codePointAt(position - 1)! > 0xffff) return false;
    if (lastEnd === input.length) {
      throw new JavaException("java.lang.StringIndexOutOfBoundsException", `String index out of range: ${lastEnd}`);
    }
    const end = graphemeEnd(input, lastEnd);
    this.spendOnScan(end - lastEnd);
    return end <= position;
  }

  #endOfRepeatedGroup(group: number, position: number, folding: number): number {
    const { registers } = this;
    const start = registers[group]!;
    if (start === -1) return NO_MATCH;
    const end = registers[group + 1]!;
    const isRepeated = matchesAgain(this.input, start, end, position, FOLDINGS[folding]!);
    this.spendOnScan(end - start);
    return isRepeated ? position + (end - start) : NO_MATCH;
  }
}
