import type { Range } from "../syntax/range.js";
import { quote } from "./code.js";
import type { Unit } from "./unit.js";

/** A loop that the code is inside of, in the same JavaScript function. */
export interface LoopFrame {
  readonly label: string;
  readonly index: string;
  readonly hasNext: string;
  /** The `$foreach` object, where there is one. */
  readonly scope: string | undefined;
  /** In a round whose `item` is null the loop variable stays null, whatever the round sets it to, while `flag` holds. */
  readonly nullHolder: { readonly name: string; readonly item: string; readonly flag: string } | undefined;
  /** Something in the loop can only leave it by an exception. */
  readonly catchesBreak: boolean;
}

/** What `#break` and `#stop` mean where the code stands. */
export type FunctionKind = "template" | "evaluated" | "block" | "macro" | "string";

/** A line of generated code and the place in the template that it comes from. */
export interface MappedLine {
  readonly text: string;
  readonly offset: number | undefined;
}

/** Shared by all writers of a unit, so that names are unique in nested functions. */
export class Names {
  #count = 0;
  next(prefix: string): string {
    return `${prefix}${this.#count++}`;
  }
}

/** Collects the lines of one JavaScript function. Static text is held back and merged with what follows. */
export class FunctionWriter {
  readonly unit: Unit;
  readonly kind: FunctionKind;
  readonly names: Names;
  /** All loops around the code, the innermost last; those of the function that a string stands in come first. */
  readonly loops: LoopFrame[];
  readonly #outerLoops: number;
  readonly #lines: MappedLine[] = [];
  readonly #temporaries: string[] = [];
  #pendingText = "";
  #indent = 1;

  constructor(unit: Unit, kind: FunctionKind, names: Names, outerLoops: readonly LoopFrame[] = []) {
    this.unit = unit;
    this.kind = kind;
    this.names = names;
    this.loops = [...outerLoops];
    this.#outerLoops = outerLoops.length;
  }

  /** The innermost loop of this very function. */
  get ownLoop(): LoopFrame | undefined {
    return this.loops.length > this.#outerLoops ? this.loops.at(-1) : undefined;
  }

  temporary(): string {
    const name = this.names.next("t");
    this.#temporaries.push(name);
    return name;
  }

  text(text: string): void {
    this.#pendingText += text;
  }

  /** Text that stands before the next thing that is printed. */
  takeText(): string {
    const text = this.#pendingText;
    this.#pendingText = "";
    return text;
  }

  line(text: string, range?: Range): void {
    this.#flush();
    this.#lines.push({ text: "  ".repeat(this.#indent) + text, offset: range?.start });
  }

  open(text: string, range?: Range): void {
    this.line(text, range);
    this.#indent++;
  }

  /** Ends a block and begins the next: `} else {`. */
  between(text: string): void {
    this.#flush();
    this.#indent--;
    this.line(text);
    this.#indent++;
  }

  close(text = "}"): void {
    this.#flush();
    this.#indent--;
    this.line(text);
  }

  #flush(): void {
    const text = this.takeText();
    if (text === "") return;
    const indent = "  ".repeat(this.#indent);
    this.#lines.push({ text: `${indent}${this.unit.out} += ${quote(text)};`, offset: undefined });
  }

  /** The finished lines, declarations of temporaries first. */
  finish(): MappedLine[] {
    this.#flush();
    if (this.#temporaries.length === 0) return this.#lines;
    return [{ text: `  let ${this.#temporaries.join(", ")};`, offset: undefined }, ...this.#lines];
  }

  /** Takes over the lines of a nested function, between its head and its end. */
  nested(head: string, inner: FunctionWriter, end: string): void {
    this.line(head);
    for (const { text, offset } of inner.finish()) {
      this.#lines.push({ text: "  ".repeat(this.#indent) + text, offset });
    }
    this.line(end);
  }
}
