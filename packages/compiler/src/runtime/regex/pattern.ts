import type { IndexedSet } from "./indexed-set.js";
import { Matcher } from "./matcher.js";
import { type ParsedPattern, parsePattern } from "./pattern-parser.js";
import { isSurrogate } from "./pattern-reader.js";
import type { Program } from "./program.js";
import { compileProgram } from "./program-compiler.js";
import type { RegexBudget } from "./regex-budget.js";
import { type RegexNode, UNBOUNDED } from "./syntax-tree.js";

/** A compiled `java.util.regex.Pattern`. */
export class Pattern {
  readonly source: string;
  /** Number of capturing groups, without group 0. */
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  readonly program: Program;
  /** The text that the pattern stands for, if it is plain text. */
  readonly literal: string | undefined;
  /** Set when the pattern is one set, or a greedy run of at least one of its members. */
  readonly run: { readonly set: IndexedSet; readonly max: number } | undefined;

  /** @throws JavaException PatternSyntaxException */
  constructor(source: string) {
    const parsed = parsePattern(source);
    this.source = source;
    this.groupCount = parsed.groupCount;
    this.groupNames = parsed.groupNames;
    this.program = compileProgram(parsed);
    this.literal = literalText(parsed.root);
    this.run = runOf(parsed, this.program);
  }

  /** Whether the whole input matches. */
  matches(input: string, budget?: RegexBudget): boolean {
    if (this.literal !== undefined) return input === this.literal;
    return new Matcher(this, input, 0, budget).matches();
  }

  /** The first match that starts at or behind `from`, with its bounds and groups. */
  find(input: string, from = 0, budget?: RegexBudget): Matcher | undefined {
    const matcher = new Matcher(this, input, from, budget);
    return matcher.find() ? matcher : undefined;
  }
}

function literalText(node: RegexNode): string | undefined {
  const nodes = node.type === "sequence" ? node.nodes : [node];
  let text = "";
  for (const part of nodes) {
    if (part.type !== "literal" || isSurrogate(part.codePoint)) return undefined;
    text += String.fromCodePoint(part.codePoint);
  }
  return text === "" ? undefined : text;
}

function runOf({ root }: ParsedPattern, { firstSet }: Program): Pattern["run"] {
  if (firstSet === undefined) return undefined;
  if (root.type === "set") return { set: firstSet, max: 1 };
  if (root.type !== "quantified" || root.mode === "lazy" || root.min !== 1 || root.max !== UNBOUNDED) return undefined;
  return root.body.type === "set" || root.body.type === "literal" ? { set: firstSet, max: root.max } : undefined;
}
