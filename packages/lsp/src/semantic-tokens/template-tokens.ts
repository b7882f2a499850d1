import { type Expression, type Node, type Range, type Reference, walk } from "@apigw-vtl/compiler";
import { loopRoots, serviceRoots } from "@apigw-vtl/linter";
import type { ReadTemplate } from "../documents/template-reading.js";
import { namesOf } from "../names/names.js";
import { keywordIn, matchingKeywords } from "../navigation/matching-keywords.js";
import type { TokenModifier, TokenType } from "./legend.js";

/** A piece of the template with a meaning. */
export interface TemplateToken {
  readonly range: Range;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a template, in order and apart; free text has none, so that what colours JSON goes on doing so. */
export function templateTokens(view: ReadTemplate): readonly TemplateToken[] {
  return view.derive(collectTokens);
}

function collectTokens(view: ReadTemplate): readonly TemplateToken[] {
  if (!view.isMappingTemplate) return [];
  const tokens: TemplateToken[] = [];
  const add = (range: Range, type: TokenType, ...modifiers: TokenModifier[]): void => {
    if (range.end > range.start) tokens.push({ range, type, modifiers });
  };
  addNames(view, add);
  walk(view.tree, (node) => addNode(node, view, add));
  tokens.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  return apart(tokens);
}

type Add = (range: Range, type: TokenType, ...modifiers: TokenModifier[]) => void;

function addNames(view: ReadTemplate, add: Add): void {
  for (const { kind, name, occurrences } of namesOf(view)) {
    const isSet = occurrences.some(({ role }) => role === "definition");
    const isRead = occurrences.some(({ role }) => role === "read");
    for (const { range, role, node } of occurrences) {
      const modifiers: TokenModifier[] = [];
      if (role === "definition") modifiers.push("definition");
      else if (node.type === "Set") modifiers.push("modification");
      if (kind === "service") modifiers.push("readonly", "defaultLibrary");
      else if (!isSet) modifiers.push("undefined");
      else if (!isRead) modifiers.push("unused");
      if (loopRoots.has(name) && name !== "foreach") modifiers.push("deprecated");
      add(withSigil(range, node, view), kind === "service" ? "variable" : kind, ...modifiers);
    }
  }
}

/** The `$`, `$!`, `#` before a name belong to it for the eye. */
function withSigil(range: Range, node: Node, view: ReadTemplate): Range {
  const [sigil = ""] = /[$#][!@]?\{?$/.exec(view.source.slice(Math.max(0, range.start - 3), range.start)) ?? [];
  return node.type === "Macro"
    ? range
    : { start: range.start - sigil.replace("{", "").length - (sigil.endsWith("{") ? 1 : 0), end: range.end };
}

function addNode(node: Node, view: ReadTemplate, add: Add): void {
  switch (node.type) {
    case "Comment":
      add(view.withoutLineEnd(node.range), "comment");
      break;
    case "Reference":
      addSteps(node, add);
      break;
    case "StringLiteral":
      addString(node.range, node.template?.body.statements ?? [], add);
      break;
    case "IntegerLiteral":
    case "FloatLiteral":
      add(node.range, "number");
      break;
    case "BooleanLiteral":
    case "WordArgument":
      add(node.range, "keyword");
      break;
    case "BinaryExpression":
      add(node.operatorRange, "operator");
      break;
    case "Set":
    case "Break":
    case "Stop":
    case "Evaluate":
    case "Include":
      add(keywordIn(node.header, view.source), "keyword");
      break;
    case "MacroCall":
      if (node.end) add(view.withoutLineEnd(node.end), "keyword");
      break;
    default:
      for (const range of matchingKeywords(node, view.source)) add(range, "keyword");
  }
}

function addSteps({ name, steps }: Reference, add: Add): void {
  const isService = serviceRoots.has(name);
  steps.forEach((step, index) => {
    if (step.type === "PropertyStep") add(step.nameRange, "property", ...(isService ? ["readonly" as const] : []));
    else if (step.type === "MethodStep") {
      // Functions of the service are one thing, methods of Java's classes another.
      if (isService && index === 0) add(step.nameRange, "function", "defaultLibrary");
      else add(step.nameRange, "method");
    }
  });
}

/** A string but for the references and directives in it. */
function addString(range: Range, statements: readonly (Node | Expression)[], add: Add): void {
  let at = range.start;
  for (const statement of statements) {
    if (statement.type === "Text") continue;
    add({ start: at, end: Math.min(statement.range.start, range.end) }, "string");
    at = Math.max(at, statement.range.end);
  }
  add({ start: at, end: range.end }, "string");
}

/** Of two that overlap the later is cut off, or left out. */
function apart(tokens: readonly TemplateToken[]): readonly TemplateToken[] {
  const result: TemplateToken[] = [];
  let end = 0;
  for (const token of tokens) {
    if (token.range.start < end) continue;
    result.push(token);
    end = token.range.end;
  }
  return result;
}
