import { type Block, childrenOf, type Node, parse } from "@apigw-vtl/compiler";
import { corpusTemplates, hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";

const MUTATIONS = 100_000;
const pieces = [
  "$",
  "#",
  "{",
  "}",
  "[",
  "]",
  "(",
  ")",
  "\\",
  '"',
  "'",
  "!",
  ".",
  "#if(",
  "#end",
  "#else",
  "#set(",
  "##",
  "#*",
  "*#",
];
pieces.push(
  "#foreach($i in ",
  "${x",
  "$x.y(",
  "#foo(",
  "\n",
  " ",
  "-",
  "#{end}",
  "#[[",
  "]]#",
  "#@a()",
  "$!",
  "\u2028",
  "😀",
);

/** A small generator of our own, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function mutate(text: string, other: string, next: (below: number) => number): string {
  const at = next(text.length + 1);
  switch (next(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + next(8));
    case 1:
      return text.slice(0, at) + pieces[next(pieces.length)] + text.slice(at);
    case 2: {
      const from = next(other.length + 1);
      return text.slice(0, at) + other.slice(from, from + next(30)) + text.slice(at);
    }
    default:
      return text.slice(0, at);
  }
}

/** Statements lie side by side and cover their block; everything else lies inside its parent. */
function checkRanges(root: Node, length: number): string | undefined {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const { start, end } = node.range;
    if (!(start >= 0 && start <= end && end <= length)) return `${node.type} at ${start}-${end} of ${length}`;
    if (node.type === "Block") {
      const gap = gapIn(node);
      if (gap !== undefined) return gap;
    }
    // The inside of a string counts in the template too, but escapes make its statements overlap its quotes.
    for (const child of childrenOf(node)) if (node.type !== "StringLiteral") pending.push(child);
  }
  return undefined;
}

function gapIn(block: Block): string | undefined {
  let at = block.range.start;
  for (const { type, range } of block.statements) {
    if (range.start !== at) return `a gap before ${type} at ${range.start}, after ${at}`;
    at = range.end;
  }
  return at === block.range.end ? undefined : `a block of ${block.range.end} ends at ${at}`;
}

describe.runIf(hasShared())("mutated templates", () => {
  it(`parse without a throw into a tree that covers the text, ${MUTATIONS} times`, () => {
    const texts = corpusTemplates().map(({ template }) => template);
    const next = random(20261121);
    for (let i = 0; i < MUTATIONS; i++) {
      let text = texts[next(texts.length)]!;
      const times = 1 + next(3);
      for (let k = 0; k < times; k++) text = mutate(text, texts[next(texts.length)]!, next);
      const { tree, diagnostics } = parse(text);
      const problem = checkRanges(tree, text.length);
      if (problem !== undefined) expect.fail(`${problem} in ${JSON.stringify(text)}`);
      if (tree.range.start !== 0 || tree.range.end !== text.length) expect.fail(`not covered: ${JSON.stringify(text)}`);
      for (const { range } of diagnostics) {
        if (!(range.start >= 0 && range.start <= range.end && range.end <= text.length)) {
          expect.fail(`diagnostic at ${range.start}-${range.end} in ${JSON.stringify(text)}`);
        }
      }
    }
  });
});
