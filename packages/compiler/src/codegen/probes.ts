import type { Range } from "../syntax/range.js";
import type { Expression, ForeachDirective, IfDirective, Node, Reference, Statement } from "../syntax/tree.js";
import type { Code } from "./code.js";
import type { FunctionWriter } from "./function-writer.js";

/** A place in a template where instrumented code says what happens. */
export type Probe = {
  readonly range: Range;
} & (
  | {
      /** Something that prints or does something; of a directive its header. Reached before it runs. */
      readonly kind: "statement";
      readonly node: Statement["type"] | "IfBranch";
    }
  | {
      /** A block of an `#if`, or that none of its blocks runs. */
      readonly kind: "arm";
      /** The number of the `#if` in the template; those of one have the same. */
      readonly of: number;
      readonly arm: "if" | "elseif" | "else" | "no-else";
    }
  | {
      /** A loop without a round, or a round of it. */
      readonly kind: "rounds";
      readonly of: number;
      readonly rounds: "none" | "first" | "second" | "later";
      /** The constant list that the loop goes through to its end has so many items. */
      readonly items?: number;
    }
  | {
      /** An operand of `&&` or `||`; reached when it is evaluated. */
      readonly kind: "operand";
      /** The number of the whole chain of operands. */
      readonly of: number;
    }
  | {
      /** Its value is seen each time that it is read. */
      readonly kind: "reference";
      readonly source: string;
    }
  | {
      /** The value is seen that a `#set` gives to a variable or member. */
      readonly kind: "assignment";
      readonly target: string;
    }
);

/**
 * Writes what instrumented code says beside what it does: `probe.reached(n)` and `probe.saw(n, value)`, which gives the value
 * back. The output stays what it is.
 */
export class ProbeWriter {
  readonly probes: Probe[] = [];
  readonly #source: string;
  readonly #references = new Map<Node, number>();
  #groups = 0;

  constructor(source: string) {
    this.#source = source;
  }

  statement(w: FunctionWriter, node: Statement): void {
    // A string that is a template of its own is a part of the statement that it stands in.
    if (w.kind === "string" || !runs(node)) return;
    w.line(this.#reached({ kind: "statement", node: node.type, range: headerOf(node) }));
  }

  /** The condition of a block after the first, which is evaluated only where the others were false. */
  elseIf(w: FunctionWriter, header: Range, condition: string): string {
    if (w.kind === "string") return condition;
    return this.#first({ kind: "statement", node: "IfBranch", range: header }, condition);
  }

  /** Begins the blocks of an `#if`. */
  arms(node: IfDirective): ArmProbes {
    const of = this.#groups++;
    const { branches, otherwise } = node;
    const first = branches[0]?.header ?? node.range;
    return {
      enter: (w, i) => {
        const header = branches[i]?.header ?? otherwise?.header ?? first;
        const arm = i >= branches.length ? (otherwise ? "else" : "no-else") : i === 0 ? "if" : "elseif";
        w.line(this.#reached({ kind: "arm", of, arm, range: arm === "no-else" ? first : header }));
      },
    };
  }

  loop(node: ForeachDirective): LoopProbes {
    const of = this.#groups++;
    const items = this.#leavesEarly(node) ? undefined : constantItems(node.iterable);
    const common = { kind: "rounds", of, range: node.header, ...(items !== undefined && { items }) } as const;
    const none = this.#add({ ...common, rounds: "none" });
    const first = this.#add({ ...common, rounds: "first" });
    const second = this.#add({ ...common, rounds: "second" });
    const later = this.#add({ ...common, rounds: "later" });
    return {
      none: `probe.reached(${none});`,
      round: (index) => `probe.reached(${index} === 0 ? ${first} : ${index} === 1 ? ${second} : ${later});`,
    };
  }

  /** Begins a chain of `&&` and `||`; each operand is then handed to the function that comes back. */
  operands(): (operand: Expression, condition: string) => string {
    const of = this.#groups++;
    return (operand, condition) => this.#first({ kind: "operand", of, range: operand.range }, condition);
  }

  reference(node: Reference, code: Code): Code {
    let number = this.#references.get(node);
    if (number === undefined) {
      const source = this.#source.slice(node.range.start, node.range.end);
      number = this.#add({ kind: "reference", source, range: node.range });
      this.#references.set(node, number);
    }
    return { ...code, js: `probe.saw(${number}, ${code.js})` };
  }

  assignment(target: Reference, range: Range, code: Code): Code {
    const source = this.#source.slice(target.range.start, target.range.end);
    const { constant: _, ...value } = code;
    return { ...value, js: `probe.saw(${this.#add({ kind: "assignment", target: source, range })}, ${code.js})` };
  }

  /** Whether its text, strings included, has anything that might end the loop before its list does. */
  #leavesEarly({ body }: ForeachDirective): boolean {
    return /#\{?(?:break|stop)|#(?!\{?(?:set|if|else|elseif|end|foreach)\b)@?\{?\w/.test(
      this.#source.slice(body.range.start, body.range.end),
    );
  }

  #reached(probe: Probe): string {
    return `probe.reached(${this.#add(probe)});`;
  }

  /** An expression with a probe that is reached before it is evaluated. */
  #first(probe: Probe, js: string): string {
    return `(probe.reached(${this.#add(probe)}), ${js})`;
  }

  #add(probe: Probe): number {
    return this.probes.push(probe) - 1;
  }
}

export interface ArmProbes {
  /** Writes that block `i` is entered; one more than there are is the `#else`, written or not. */
  readonly enter: (w: FunctionWriter, i: number) => void;
}

export interface LoopProbes {
  /** A statement for a loop that has no round. */
  readonly none: string;
  /** A statement at the beginning of each round. */
  readonly round: (index: string) => string;
}

/** How many items a list has that is written out; `undefined` if only a rendering can tell. */
function constantItems(iterable: Expression): number | undefined {
  if (iterable.type === "ListLiteral") return iterable.items.length;
  if (iterable.type !== "RangeLiteral") return undefined;
  const { from, to } = iterable;
  if (from.type !== "IntegerLiteral" || to.type !== "IntegerLiteral") return undefined;
  const items = Math.abs(Number(to.text) - Number(from.text)) + 1;
  return Number.isSafeInteger(items) ? items : undefined;
}

function headerOf(node: Statement): Range {
  if (node.type === "If") return node.branches[0]?.header ?? node.range;
  return "header" in node ? node.header : node.range;
}

/** Whether a statement does anything that a line could be covered by. */
function runs(node: Statement): boolean {
  switch (node.type) {
    case "Text":
    case "Literal":
      return node.printed.trim() !== "";
    case "Comment":
    case "Macro":
    case "Error":
      return false;
    default:
      return true;
  }
}
