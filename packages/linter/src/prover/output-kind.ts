import type { Block, Range, Reference, Template } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { findScopes, valuesSet } from "../queries/scopes.js";
import { isSentAsOther } from "../queries/sent-content-type.js";
import { textPieces } from "./interpreter/text-pieces.js";

/** What a template's output is meant to be; `other` for XML, plain text, and templates that only set overrides. */
export type OutputKind = "json" | "form" | "other";

/** Goes by the template's own text; where that says nothing, by what surrounds it. */
export function outputKind(tree: Template, facts: TemplateFacts | undefined, holes: readonly Range[]): OutputKind {
  if (isSentAsOther(tree.body, facts)) return "other";
  const parts = printedParts(tree.body, holes);
  const first = parts.findIndex((part) => typeof part !== "string" || part.trim() !== "");
  const text = parts
    .map((part, i) => (typeof part === "string" ? part : i === first ? heldText(tree, part) : "\u0000"))
    .join("")
    .trim();
  if (/^[\w.]+=[^=>]/.test(text) || /(?:^|&)Action=\w/.test(text)) return "form";
  if (/^[[{]/.test(text) || /^"[^"]*"\s*[:,]/.test(text)) return "json";
  const isJsonResponse = facts?.direction === "response" && /\bjson\b/.test(facts.contentType ?? "");
  if (isJsonResponse && /^[\u0000\s]+[[{]/.test(text)) return "json";
  const references = parts.filter((part) => typeof part !== "string");
  if (/[^\u0000\s]/.test(text) || references.length === 0) return "other";
  if (references.some(isJsonCall)) return "json";
  return isJsonResponse ? "json" : "other";
}

/** The beginning of a text that the template puts into a variable to print it. */
function heldText(tree: Template, { name, steps }: Reference): string {
  const [value] = steps.length === 0 ? valuesSet(findScopes(tree), name) : [];
  if (value?.type !== "StringLiteral") return "\u0000";
  const [first] = value.template?.body.statements ?? [];
  return value.template ? (first?.type === "Text" ? first.printed : "\u0000") : value.value;
}

/** The same, and of the others what they look like. */
export type DocumentKind =
  | "json"
  /** `Action=SendMessage&MessageBody=…` */
  | "form"
  /** XML or HTML. */
  | "markup"
  | "text"
  /** One value and nothing around it. */
  | "value"
  | "empty";

/** `kind`: the template's `outputKind`. */
export function documentKind(tree: Template, kind: OutputKind, holes: readonly Range[]): DocumentKind {
  if (kind !== "other") return kind;
  const parts = printedParts(tree.body, holes);
  const text = parts.map((part) => (typeof part === "string" ? part : "")).join("");
  const references = parts.filter((part) => typeof part !== "string").length;
  if (/^[\s;]*$/.test(text)) return references === 0 ? "empty" : references === 1 ? "value" : "text";
  return /^[\s;]*<(?:[?!]|.*<\/\w)/s.test(text) ? "markup" : "text";
}

type PrintedPart = string | Reference;

/** Texts and references of a block in order, as if every branch were taken once; blank where the host fills in. */
function printedParts(block: Block, holes: readonly Range[], parts: PrintedPart[] = []): readonly PrintedPart[] {
  for (const statement of block.statements) {
    switch (statement.type) {
      case "Text":
        for (const piece of textPieces(statement, holes)) parts.push(piece.kind === "constant" ? piece.text : " ");
        break;
      case "Literal":
        parts.push(statement.printed);
        break;
      case "Reference":
        parts.push(holes.some(({ start }) => start === statement.range.start) ? " " : statement);
        break;
      case "If":
        for (const { body } of statement.branches) printedParts(body, holes, parts);
        if (statement.otherwise) printedParts(statement.otherwise.body, holes, parts);
        break;
      case "Foreach":
        printedParts(statement.body, holes, parts);
    }
  }
  return parts;
}

function isJsonCall({ name, steps }: Reference): boolean {
  return name === "input" && steps.some((step) => step.type === "MethodStep" && step.name === "json");
}
