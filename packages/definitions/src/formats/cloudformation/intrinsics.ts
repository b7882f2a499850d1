import { base64Encode } from "@apigw-vtl/compiler";
import type { Declared } from "../../source/declared.js";
import { plainValue } from "../../source/plain-value.js";
import type { Located } from "../../source/source-document.js";
import type { HostNode } from "../../tree/host-node.js";

/** What intrinsics need of the template around them. */
export interface IntrinsicScope {
  declare(located: Located): Declared | undefined;
  /** `Ref`, and `${Name}` of `Fn::Sub`. */
  reference(name: string, at: Located): Located | undefined;
  attribute(name: string, attribute: string, at: Located): Located | undefined;
  condition(name: string, at: Located): boolean;
  /** The value at `Mappings`, `map`, `top`, `second`. */
  mapping(keys: readonly string[]): Located | undefined;
}

/** `undefined` for no value; a node of kind `expression` for what cannot be known. */
type Intrinsic = (operand: Declared, scope: IntrinsicScope, at: Located) => Located | undefined;

/** A text in the place of the intrinsic that gives it. */
export function textAt(value: string, at: Located): Located {
  const node: HostNode = { kind: "scalar", value, start: at.node.start, end: at.node.end };
  // Without interpolations: the text is final.
  return { node, document: { ...at.document, interpolations: [] } };
}

/** What only the deployment knows, by its name. */
export function unknownAt(name: string, at: Located): Located {
  const { start, end } = at.node;
  const node: HostNode = { kind: "expression", construct: "CloudFormation intrinsic", source: name, start, end };
  return { node, document: at.document };
}

export const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ["Ref", (operand, scope, at) => scope.reference(operand.text() ?? "", at)],
  ["Fn::GetAtt", getAttribute],
  ["Fn::Sub", substitute],
  ["Fn::Join", join],
  ["Fn::If", choose],
  ["Fn::FindInMap", findInMap],
  ["Fn::Select", select],
  ["Fn::Split", split],
  ["Fn::Base64", (operand, _scope, at) => textAt(base64Encode(operand.text() ?? ""), at)],
  ["Fn::ToJsonString", (operand, _scope, at) => textAt(JSON.stringify(plainValue(operand)), at)],
  ["Fn::ImportValue", (operand, _scope, at) => unknownAt(operand.text() ?? "Fn::ImportValue", at)],
]);

function getAttribute(operand: Declared, scope: IntrinsicScope, at: Located): Located | undefined {
  const [name = "", ...attribute] = operand.node.kind === "list" ? operand.list() : (operand.text() ?? "").split(".");
  return scope.attribute(name, attribute.join("."), at);
}

/** `"${A} ${!Literal} ${B.Arn}"`, or a list of that and of a map of names of its own. */
function substitute(operand: Declared, scope: IntrinsicScope, at: Located): Located | undefined {
  const [pattern, own] = operand.items();
  const text = pattern?.text() ?? "";
  const filled = text.replace(/\$\{(!?)([^}]*)\}/g, (whole, literal: string, inner: string) => {
    if (literal === "!") return `\${${inner}}`;
    const name = inner.trim();
    const given = own?.isMap === true ? own.entries().find(({ key }) => key === name)?.value : undefined;
    if (given !== undefined) return given.text() ?? whole;
    const [resource = "", ...attribute] = name.split(".");
    const found =
      attribute.length === 0 ? scope.reference(resource, at) : scope.attribute(resource, attribute.join("."), at);
    return (found && scope.declare(found)?.text()) ?? "";
  });
  return textAt(filled, at);
}

function join(operand: Declared, _scope: IntrinsicScope, at: Located): Located | undefined {
  const [separator, values] = operand.items();
  if (separator === undefined || values === undefined) return unknownAt("Fn::Join", at);
  return textAt(listOf(values).join(separator.text() ?? ""), at);
}

/** The texts of a list; a parameter of type `CommaDelimitedList` is one too. */
function listOf(values: Declared): string[] {
  return values.node.kind === "scalar" ? (values.text() ?? "").split(",") : values.list();
}

function choose(operand: Declared, scope: IntrinsicScope, at: Located): Located | undefined {
  if (operand.node.kind !== "list" || operand.node.items.length !== 3) return unknownAt("Fn::If", at);
  const [condition, whenTrue, whenFalse] = operand.node.items;
  const name = condition?.kind === "scalar" ? String(condition.value) : "";
  const chosen = scope.condition(name, at) ? whenTrue : whenFalse;
  return chosen && { node: chosen, document: operand.document };
}

function findInMap(operand: Declared, scope: IntrinsicScope, at: Located): Located | undefined {
  const keys = operand.list().slice(0, 3);
  return scope.mapping(keys) ?? unknownAt(`Fn::FindInMap ${keys.join(" ")}`, at);
}

function select(operand: Declared, _scope: IntrinsicScope, at: Located): Located | undefined {
  const [index, values] = operand.items();
  const value = values && listOf(values)[index?.number() ?? -1];
  return value === undefined ? unknownAt("Fn::Select", at) : textAt(value, at);
}

function split(operand: Declared, _scope: IntrinsicScope, at: Located): Located | undefined {
  const [separator, text] = operand.items();
  const pieces = (text?.text() ?? "").split(separator?.text() ?? ",");
  const items = pieces.map((piece) => textAt(piece, at).node);
  return { node: { kind: "list", items, start: at.node.start, end: at.node.end }, document: at.document };
}
