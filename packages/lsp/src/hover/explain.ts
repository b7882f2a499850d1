import type { Node, Range, Reference } from "@apigw-vtl/compiler";
import type { ValueSummary } from "@apigw-vtl/linter";
import { documentationOf } from "../catalogue/documentation.js";
import { nodePath } from "../documents/node-path.js";
import type { TemplateView } from "../documents/template-view.js";
import { classesOf, typeName } from "../types/classes-of.js";

/** What stands under the cursor. */
export interface Explained {
  readonly range: Range;
  /** `$order.id: any JSON value`. */
  readonly title?: string;
  readonly documentation?: string;
  /** The reference, or how many of its steps, whose value is of interest. */
  readonly reference?: Reference;
  readonly steps?: number;
}

export function explain(view: TemplateView, offset: number): Explained | undefined {
  const path = nodePath(view.tree, offset);
  const reference = path.findLast((node) => node.type === "Reference");
  if (reference !== undefined) {
    const found = explainReference(view, reference, offset);
    if (found) return found;
  }
  return path.findLast((node) => keywordAt(node, view, offset)) && explainKeyword(view, offset);
}

/** What a gateway response replaces. It is no VTL, and all else is printed as it stands. */
export function explainReplaced(view: TemplateView, offset: number): Explained | undefined {
  const explained = explain(view, offset);
  const { reference, steps = 0, documentation } = explained ?? {};
  if (explained === undefined || reference === undefined || documentation === undefined) return undefined;
  if (reference.name !== "context") return undefined;
  const end = reference.steps[steps - 1]?.range.end ?? reference.nameRange.end;
  return { range: explained.range, title: `$${view.text({ start: reference.nameRange.start, end })}`, documentation };
}

function explainReference(view: TemplateView, reference: Reference, offset: number): Explained | undefined {
  const { values, scopes } = view.analysis;
  const types = values.stepsOf(reference);
  const { nameRange } = reference;
  if (offset <= nameRange.end) {
    const isOwn = scopes.definitions.has(reference.name);
    const documentation = isOwn
      ? undefined
      : (documentationOf(`root/${reference.name}`) ?? documentationOf(`loop-root/${reference.name}`));
    const value = reference.steps.length === 0 ? (assignedTo(view, reference) ?? types[0]) : types[0];
    const title = documentation === undefined ? titled(reference.name, value) : `$${reference.name}`;
    return { range: nameRange, title, reference, steps: 0, ...(documentation && { documentation }) };
  }
  const index = reference.steps.findIndex(
    (step) => step.type !== "IndexStep" && step.nameRange.start <= offset && offset <= step.nameRange.end,
  );
  const step = reference.steps[index];
  if (step === undefined || step.type === "IndexStep") return explainArgument(view, reference, offset);
  const documentation = topicsOf(view, reference, index)
    .map(documentationOf)
    .find((text) => text !== undefined);
  const text = view.text({ start: nameRange.start, end: step.range.end });
  const value =
    index + 1 === reference.steps.length ? (assignedTo(view, reference) ?? types[index + 1]) : types[index + 1];
  const title = titled(text, value);
  return { range: step.nameRange, title, reference, steps: index + 1, ...(documentation && { documentation }) };
}

/** `$name: String`; the name alone of what nothing is known of. */
function titled(text: string, value: ValueSummary | undefined): string {
  return value === undefined ? `$${text}` : `$${text}: ${typeName(value)}`;
}

/** What `#set` gives to a reference, or `#foreach` to its variable: the analysis knows values of what is read. */
function assignedTo({ analysis }: TemplateView, reference: Reference): ValueSummary | undefined {
  const parent = analysis.parents.parentOf(reference);
  if (parent?.type === "Set" && parent.target === reference) return analysis.values.valueOf(parent.value);
  if (parent?.type !== "Foreach" || parent.variable !== reference) return undefined;
  const read = analysis.scopes.reads.get(reference.name)?.find(({ loops }) => loops[0] === parent);
  return read && analysis.values.stepsOf(read.reference)[0];
}

/** The path in `$input.json('$.a')` stands for what the call gives. */
function explainArgument(view: TemplateView, reference: Reference, offset: number): Explained | undefined {
  for (const [i, step] of reference.steps.entries()) {
    const [argument] = step.type === "MethodStep" ? step.arguments : [];
    if (argument?.type !== "StringLiteral" || argument.template) continue;
    if (offset < argument.range.start || offset > argument.range.end) continue;
    const text = view.text({ start: reference.nameRange.start, end: step.range.end });
    const title = titled(text, view.analysis.values.stepsOf(reference)[i + 1]);
    return { range: argument.range, title, reference, steps: i + 1 };
  }
  return undefined;
}

/** Where the catalogue may know a step. */
function topicsOf({ analysis }: TemplateView, reference: Reference, index: number): readonly string[] {
  const step = reference.steps[index];
  if (step === undefined || step.type === "IndexStep") return [];
  const isService = !analysis.scopes.definitions.has(reference.name);
  if (index === 0 && isService && ["input", "util", "method"].includes(reference.name)) {
    return [`root/${reference.name}/${step.name}`];
  }
  if (isService && reference.name === "foreach") return [`loop/${step.name}`];
  const value = analysis.values.stepsOf(reference)[index];
  if (value?.origin?.root === "context" && step.type === "PropertyStep") {
    return [`context/${[...value.origin.path, step.name].join(".")}`];
  }
  return step.type === "MethodStep" ? classesOf(value).map((className) => `class/${className}/${step.name}`) : [];
}

/** The word of a directive that is under the cursor. */
function keywordAt(node: Node, { source }: TemplateView, offset: number): Range | undefined {
  const places: Range[] = [];
  if ("header" in node) places.push(node.header);
  if ("end" in node && node.end) places.push(node.end);
  for (const { start } of places) {
    const word = /^#@?\{?[A-Za-z]+\}?/.exec(source.slice(start))?.[0];
    if (word && start <= offset && offset <= start + word.length) return { start, end: start + word.length };
  }
  return undefined;
}

function explainKeyword(view: TemplateView, offset: number): Explained | undefined {
  for (const node of nodePath(view.tree, offset).toReversed()) {
    const range = keywordAt(node, view, offset);
    const documentation = range && documentationOf(`directive/${view.text(range).replace(/\W/g, "")}`);
    if (range && documentation) return { range, documentation };
  }
  return undefined;
}
