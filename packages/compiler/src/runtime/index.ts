/**
 * Everything that generated code calls, by the names it calls it by. A standalone module carries what it
 * needs of this as text; nothing of the parser or the generator is in it.
 */
export { listModCount } from "./collections/list-changes.js";
export { parseJson } from "./json/parse.js";
export { toJson } from "./json/print.js";
export {
  add,
  divide,
  greaterOrEqual,
  greaterThan,
  lessOrEqual,
  lessThan,
  modulo,
  multiply,
  parseFloatLiteral,
  parseIntegerLiteral,
  subtract,
} from "./number/index.js";
export { print } from "./object/print.js";
export { isSameText, velocityEquals } from "./object/velocity-equals.js";
export {
  assignIndex,
  assignProperty,
  call,
  getOf,
  indexed,
  lengthOf,
  orEmpty,
  property,
  sizeOf,
} from "./operations/access.js";
export { BlockReference, isTrueOrBlock } from "./operations/block-reference.js";
export { NullHolderContext, rootContext } from "./operations/contexts.js";
export { assignEntry, entryOf } from "./operations/entries.js";
export {
  contextData,
  contextPrint,
  contextText,
  isPlain,
  nestedContextPrint,
  nestedContextText,
  variableData,
  variablePrint,
  variableText,
} from "./operations/event-text.js";
export { ForeachScope } from "./operations/foreach-scope.js";
export { documentOf, jsonChild, jsonItem } from "./operations/input.js";
export { iterate } from "./operations/iterate.js";
export { replaceLiteral, splitLiteral } from "./operations/literal-patterns.js";
export { listOf, mapOf, rangeOf } from "./operations/literals.js";
export { isUnchanged, nextItem, raise, raiseMissingResource } from "./operations/loop.js";
export { callMacro, evaluateText } from "./operations/macros.js";
export { renderTemplate } from "./operations/render.js";
export { contextOf, entriesOf, methodOf, stageVariablesOf } from "./operations/roots.js";
export { BREAK, breaks, breakTo, endsTemplate, STOP } from "./operations/signals.js";
export { bounded, dropLast, equalsText, isTrue, text } from "./operations/text.js";
export { at, tracePrint } from "./operations/tracing.js";
export { readPath } from "./roots/input.js";
export { utilRoot } from "./roots/util.js";
export { base64Decode, base64Encode, escapeJavaScript, urlDecode, urlEncode } from "./text/index.js";
export { isMap } from "./value.js";
