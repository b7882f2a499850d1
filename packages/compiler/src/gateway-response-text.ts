import type { Range } from "./syntax/range.js";

/** A variable of a gateway response's text. */
export interface GatewayResponseVariable {
  readonly root: "context" | "stageVariables" | "method.request";
  /** What follows the root's dot: `error.messageString`. */
  readonly name: string;
  readonly range: Range;
}

/** A gateway response's text in order: what is printed as it stands, and what is replaced. */
export type GatewayResponsePart = string | GatewayResponseVariable;

const VARIABLE = /\$(context|stageVariables|method\.request)((?:\.[A-Za-z0-9_-]+)+)/g;

/**
 * Reads the text of a gateway response. It is no VTL: `$context.…`, `$stageVariables.…` and `$method.request.…` are
 * replaced, and nothing else (AWS developer guide, "Gateway responses in API Gateway").
 */
export function gatewayResponseParts(text: string): readonly GatewayResponsePart[] {
  const parts: GatewayResponsePart[] = [];
  let at = 0;
  for (const { 0: match, 1: root, 2: rest, index } of text.matchAll(VARIABLE)) {
    if (index > at) parts.push(text.slice(at, index));
    const end = index + match.length;
    parts.push({
      root: root as GatewayResponseVariable["root"],
      name: rest!.slice(1),
      range: { start: index, end },
    });
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
