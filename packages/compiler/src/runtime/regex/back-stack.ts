import { JavaException } from "../value.js";

/** Frames end in their tag: the address of a choice (>= 0) or one of these. */
export const FrameTag = { undo: -1, shorterRun: -2, longerRun: -3 } as const;

/** Words. Java's own stack gives out after some ten thousand iterations of a loop such as `(a|b)*`. */
const MAX_SIZE = 1 << 23;

/**
 * The matcher's backtracking stack, kept on the heap so that a long input cannot overflow the native one.
 * Frames, last word on top: a choice `position, address`; an old register value `value, register, undo`;
 * a greedy run that can give back characters `shortest end, end, next address, shorterRun`;
 * a lazy run that can take more `count, end, run address, longerRun`.
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
