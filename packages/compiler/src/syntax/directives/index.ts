import { defineDirective } from "./define.js";
import type { DirectiveDefinition } from "./definition.js";
import { foreachDirective } from "./foreach.js";
import {
  breakDirective,
  evaluateDirective,
  includeDirective,
  parseDirective,
  stopDirective,
} from "./line-directives.js";
import { literalDirective } from "./literal.js";
import { macroDirective } from "./macro.js";

export type { DirectiveDefinition, Report } from "./definition.js";
export { macroCall } from "./macro-call.js";

/** The directives of Velocity 1.7 that are not part of its grammar; a dialect may leave some out. */
export const pluggableDirectives: readonly DirectiveDefinition[] = [
  foreachDirective,
  defineDirective,
  macroDirective,
  literalDirective,
  breakDirective,
  stopDirective,
  evaluateDirective,
  includeDirective,
  parseDirective,
];
