import { JavaException } from "../value.js";

/** Frames end in their tag: the address of a choice (>= 0) or one of these. */
export const FrameTag = { undo: -1, shorterRun: -2, longerRun: -3, settled: -4 } as const;

function frameSize(tag: number): number {
  if (tag >= 0) return 2;
  return tag === FrameTag.undo ? 3 : 4;
}

/** Words. Java's own stack gives out after some ten thousand iterations of a loop such as `(a|b)*`. */
const MAX_SIZE = 1 << 23;

/**
 * The matcher's backtracking stack, kept on the heap so that a long input cannot overflow the native one.
 * Frames, last word on top: a choice `position, address`; an old register value `value, register, undo`;
 * a greedy run that can give back characters `shortest end, end, next address, shorterRun`;
 * a lazy run that can take more `count, end, run address, longerRun`;
 * a capture that Java restores once the rest has matched `start, end, group register, settled`.
 */
export class BackStack {
  words = new Int32Array(256);
  top = 0;

  pushChoice(position: number, address: number): void {
    const at = this.#reserve(2);
    this.words[at] = position;
    this.words[at + 1] = address;
  }

  pushUndo(value: number, register: number): void {
    const at = this.#reserve(3);
    this.words[at] = value;
    this.words[at + 1] = register;
    this.words[at + 2] = FrameTag.undo;
  }

  pushRun(bound: number, position: number, address: number, tag: number): void {
    const at = this.#reserve(4);
    this.words[at] = bound;
    this.words[at + 1] = position;
    this.words[at + 2] = address;
    this.words[at + 3] = tag;
  }

  pushSettled(start: number, end: number, group: number): void {
    this.pushRun(start, end, group, FrameTag.settled);
  }

  /**
   * Applies the `settled` frames above the height, last one first: the JDK's greedy loop over a capturing group, once the
   * rest of the pattern has matched, sets the group again to what it held when the loop ended. So of several such loops
   * the first has the last word: `(?:(\w)+,)+` on `ab,cd,` captures `b`.
   */
  settle(height: number, registers: Int32Array): void {
    let at = this.top;
    while (at > height) {
      const tag = this.words[at - 1]!;
      if (tag === FrameTag.settled) {
        const group = this.words[at - 2]!;
        registers[group] = this.words[at - 4]!;
        registers[group + 1] = this.words[at - 3]!;
      }
      at -= frameSize(tag);
    }
  }

  pop(): number {
    return this.words[--this.top]!;
  }

  #reserve(size: number): number {
    const at = this.top;
    this.top = at + size;
    if (this.top > this.words.length) this.#grow();
    return at;
  }

  #grow(): void {
    if (this.words.length >= MAX_SIZE) {
      throw new JavaException("java.lang.StackOverflowError", "The regular expression backtracks too deeply");
    }
    const larger = new Int32Array(this.words.length * 2);
    larger.set(this.words);
    this.words = larger;
  }
}
