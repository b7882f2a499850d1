import { type Expression, type Reference, type ReferenceStep, utilFunctions } from "@apigw-vtl/compiler";
import type { TemplateView } from "../../documents/template-view.js";
import { namesOf } from "../../names/names.js";

/** What functions make of their argument. */
const MADE: ReadonlyMap<string, string> = new Map(utilFunctions.map(({ name, gives }) => [name, gives]));

/** What leaves a value what it is. */
const SAME = /^(?:toString|trim)$/;

/** How DynamoDB tags a value by its type: `$item.when.S` is `when`. */
const TYPE_TAG = /^(?:S|N|B|BOOL|NULL|M|L|SS|NS|BS)$/;

/** A name for a variable that is to hold an expression, with a number if it is taken. */
export function variableNameFor(view: TemplateView, expression: Expression): string {
  const wanted = expression.type === "Reference" ? nameOf(expression) : undefined;
  const taken = new Set(namesOf(view).map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = `${wanted ?? "value"}${number === 1 ? "" : number}`;
    if (!taken.has(name)) return name;
  }
}

/** After the last step that says what it is: a parameter's or member's name, a key, what a function makes. */
function nameOf({ steps }: Reference): string | undefined {
  const names = steps.map(nameOfStep).filter((name) => name !== undefined);
  return names.findLast((name) => !TYPE_TAG.test(name)) ?? names.at(-1);
}

function nameOfStep(step: ReferenceStep): string | undefined {
  if (step.type === "PropertyStep") return identifier(step.name);
  const argument = step.type === "MethodStep" ? step.arguments[0] : step.index;
  const text = argument && textOf(argument);
  if (step.type === "IndexStep") return text && identifier(text);
  if (["params", "get"].includes(step.name) && text !== undefined) return identifier(text);
  if (["path", "json"].includes(step.name) && text !== undefined) return nameOfPath(text);
  return SAME.test(step.name) ? undefined : (MADE.get(step.name) ?? identifier(step.name));
}

/** What a string says; nothing of one that has references in it. */
function textOf(node: Expression): string | undefined {
  if (node.type !== "StringLiteral") return undefined;
  return node.template?.body.statements.some(({ type }) => type !== "Text") ? undefined : node.value;
}

/** `$.Item.when.N` is `when`, `$.list[0]` is `list`. */
function nameOfPath(path: string): string | undefined {
  const names = [...path.matchAll(/(?:^\$\.|\.|\[['"])([A-Za-z][\w-]*)/g)].map(([, name = ""]) => name);
  if (names.length === 0) return "body";
  return identifier(names.findLast((name) => !TYPE_TAG.test(name)) ?? names[0]!);
}

/** `order-id` is `orderId`; what has no letters is no name. */
function identifier(text: string): string | undefined {
  const joined = text.replace(/\W+(\w?)/g, (_, next: string) => next.toUpperCase());
  return /^[A-Za-z]\w*$/.test(joined) ? joined : undefined;
}
