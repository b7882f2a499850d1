import { childrenOf, type Node, type Template } from "@apigw-vtl/compiler";
import type { InputSymbol } from "../values/input-symbol.js";
import type { Value } from "../values/value.js";

/**
 * Where a template last reads a variable or a part of the input: beyond that place, ways that differ in nothing else
 * are one. What is missed here is no mistake: two ways become one that may go either way.
 */
export class LastUses {
  readonly #variables = new Map<string, number>();
  /** Words of names, texts and paths. */
  readonly #words = new Map<string, number>();
  /** Inputs that variables hold. */
  readonly #inputs = new Map<string, number>();
  readonly #texts = new Map<string, readonly string[]>();

  constructor(tree: Template) {
    const pending: [Node, number | undefined][] = [[tree, undefined]];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const [node, until] = next;
      this.#read(node, until ?? node.range.end);
      // A loop goes back to what stands before, and a block is printed where it is read.
      const within = until ?? (node.type === "Foreach" ? node.range.end : undefined);
      const inside = node.type === "Define" || node.type === "Macro" ? Number.POSITIVE_INFINITY : within;
      for (const child of childrenOf(node)) pending.push([child, inside]);
    }
  }

  #read(node: Node, at: number): void {
    switch (node.type) {
      case "Reference":
        later(this.#variables, node.name, at);
        break;
      case "PropertyStep":
        for (const word of this.#wordsOf(node.name)) later(this.#words, word, at);
        break;
      case "StringLiteral":
        for (const word of this.#wordsOf(node.value)) later(this.#words, word, at);
    }
  }

  /** The offset behind which nothing reads a variable. */
  ofVariable(name: string): number {
    return this.#variables.get(name) ?? 0;
  }

  /** The offset behind which nothing reads an input by its name. */
  ofInput(symbol: InputSymbol): number {
    const last = symbol.steps.at(-1);
    if (last?.kind !== "member") return Number.POSITIVE_INFINITY;
    const words = this.#wordsOf(last.name);
    if (words.length === 0) return Number.POSITIVE_INFINITY;
    const named = Math.min(...words.map((word) => this.#words.get(word) ?? 0));
    return Math.max(named, this.#inputs.get(symbol.key) ?? 0);
  }

  /** Notes that a variable holds a value, which is read with it. */
  hold(variable: string, value: Value): void {
    const until = this.ofVariable(variable);
    for (const one of value) {
      if (one.kind === "symbol") later(this.#inputs, one.symbol.key, until);
      if (one.kind !== "text") continue;
      for (const piece of one.pieces) {
        if (piece.kind === "constant") for (const word of this.#wordsOf(piece.text)) later(this.#words, word, until);
      }
    }
  }

  #wordsOf(text: string): readonly string[] {
    let words = this.#texts.get(text);
    if (words === undefined) {
      words = text.match(/[\p{L}\p{N}_$@-]+/gu) ?? [];
      this.#texts.set(text, words);
    }
    return words;
  }
}

function later(places: Map<string, number>, name: string, at: number): void {
  if (at > (places.get(name) ?? 0)) places.set(name, at);
}
