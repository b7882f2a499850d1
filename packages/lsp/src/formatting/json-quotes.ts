import type { Block, Statement } from "@apigw-vtl/compiler";

/** Where in the printed JSON a place of the template is, as far as strings go. */
export type QuoteState = "outside" | "string" | "escape";

/** Thrown where ways through the template differ in whether they are in a string: such a template is not laid out. */
export class MixedQuotes extends Error {}

export function readQuotes(state: QuoteState, printed: string): QuoteState {
  let current = state;
  for (const char of printed) current = nextQuoteState(current, char);
  return current;
}

export function nextQuoteState(state: QuoteState, char: string): QuoteState {
  if (state === "escape") return "string";
  if (char === '"') return state === "string" ? "outside" : "string";
  return state === "string" && char === "\\" ? "escape" : state;
}

function quotesAfterBlock(state: QuoteState, block: Block): QuoteState {
  return block.statements.reduce(quotesAfter, state);
}

/** The state after a statement, which has to be the same on all ways through it. */
export function quotesAfter(state: QuoteState, node: Statement): QuoteState {
  switch (node.type) {
    case "Text":
    case "Comment":
    case "Literal":
      return readQuotes(state, node.printed);
    case "MacroCall":
      return node.body
        ? same([state, quotesAfterBlock(readQuotes(state, node.printed), node.body)])
        : readQuotes(state, node.printed);
    case "Reference":
      return state === "escape" ? "string" : state;
    case "If": {
      const bodies = node.branches.map(({ body }) => body);
      const ends = bodies.map((body) => quotesAfterBlock(state, body));
      return same([...ends, node.otherwise ? quotesAfterBlock(state, node.otherwise.body) : state]);
    }
    case "Foreach":
      return same([state, quotesAfterBlock(state, node.body)]);
    default:
      return state;
  }
}

function same(states: readonly QuoteState[]): QuoteState {
  const [first = "outside"] = states;
  if (states.some((state) => state !== first)) throw new MixedQuotes();
  return first;
}
