import type { MacroCall } from "../tree.js";
import { commonOf, type DirectiveParts } from "./definition.js";

/** `#name(…)` of no directive: a macro call where such a macro exists, otherwise text. */
export function macroCall(parts: DirectiveParts): MacroCall {
  return {
    type: "MacroCall",
    ...commonOf(parts),
    arguments: parts.arguments,
    body: parts.body,
    end: parts.end,
    printed: parts.printed(),
  };
}
