import { expressionPart, type Part } from "../map/assemble.js";
import { literalPieces } from "../map/decode-literal.js";
import type { Interpolation, Literal } from "../map/literal.js";
import type { HoleConstruct } from "../map/piece.js";
import type { HostFileReference, HostNode } from "./host-node.js";
import { joinParts } from "./join-parts.js";
import { COMPACT_JSON, jsonParts } from "./json-text.js";
import { branches, intrinsic, isIntrinsic } from "./lookup.js";

/** What surrounds a node and decides how its text reads. */
export interface TextContext {
  /** The text that the nodes' offsets refer to. */
  readonly source: string;
  /** Interpolations that apply to every string of the file. */
  readonly interpolations: readonly Interpolation[];
  /** Whether CloudFormation intrinsics are evaluated. */
  readonly intrinsics: boolean;
}

/** A text that a node may stand for. */
export type TextAlternative =
  | { readonly kind: "text"; readonly parts: readonly Part[]; readonly conditions: readonly string[] }
  | { readonly kind: "file"; readonly reference: HostFileReference; readonly conditions: readonly string[] };

/** The texts that `node` may stand for; none if it stands for no text that the file shows. */
export function textAlternatives(node: HostNode, context: TextContext): TextAlternative[] {
  const found: TextAlternative[] = [];
  for (const { node: branch, conditions } of branches(node)) {
    const reference = fileReferenceOf(branch, context);
    if (reference !== undefined) {
      found.push({ kind: "file", reference, conditions });
      continue;
    }
    const parts = textParts(branch, context);
    if (parts?.some((part) => part.kind !== "expression")) {
      found.push({ kind: "text", parts, conditions });
    }
  }
  return found;
}

/** `${file(./x.vtl)}` of the Serverless framework is another file when it is the whole string. */
function fileReferenceOf(node: HostNode, context: TextContext): HostFileReference | undefined {
  if (node.kind === "file") return node;
  if (node.kind !== "scalar" || typeof node.value !== "string" || !context.interpolations.includes("serverless")) {
    return undefined;
  }
  const path = /^\s*\$\{file\(([^(){}]+)\)\}\s*$/.exec(node.value)?.[1];
  if (path === undefined) return undefined;
  return { kind: "file", path: path.trim(), interpolations: [], start: node.start, end: node.end };
}

/** The parts of a node's text; `undefined` if the node is no text. */
export function textParts(node: HostNode, context: TextContext): Part[] | undefined {
  switch (node.kind) {
    case "text":
      return [...node.parts];
    case "json":
      return jsonParts(
        node.value,
        node.style,
        (value) => textParts(value, context) ?? [opaquePart(value, node.construct, context)],
      );
    case "scalar":
      if (node.literal !== undefined) return literalParts(node.literal, context, []);
      // A string that no decoder maps exactly is still found, but cannot be edited.
      return typeof node.value === "string"
        ? [{ kind: "fixed", text: node.value, start: node.start, end: node.end }]
        : undefined;
    case "expression":
      return [expressionPart(node, node.construct, node.source)];
    case "map":
      return context.intrinsics ? intrinsicParts(node, context) : undefined;
    default:
      return undefined;
  }
}

function literalParts(
  literal: Literal,
  context: TextContext,
  interpolations: readonly Interpolation[],
): Part[] | undefined {
  const withContext: Literal = {
    ...literal,
    interpolations: [...literal.interpolations, ...context.interpolations, ...interpolations],
  };
  const pieces = literalPieces(context.source, withContext);
  return pieces && [{ kind: "literal", literal: withContext, pieces }];
}

function intrinsicParts(node: HostNode, context: TextContext): Part[] | undefined {
  const sub = intrinsic(node, "Fn::Sub");
  if (sub !== undefined) {
    const pattern = sub.kind === "list" ? sub.items[0] : sub;
    return pattern?.kind === "scalar" && pattern.literal !== undefined
      ? literalParts(pattern.literal, context, ["cfn-sub"])
      : undefined;
  }
  const join = intrinsic(node, "Fn::Join");
  if (join !== undefined) return joinedParts(join, context);
  const value = intrinsic(node, "Fn::ToJsonString");
  if (value !== undefined) return jsonOf(value, context);
  if (node.kind !== "map" || !isIntrinsic(node)) return undefined;
  return [expressionPart(node, "CloudFormation intrinsic", describeIntrinsic(node))];
}

/** `Fn::ToJsonString`: the intrinsics in its value are resolved before it is written. */
function jsonOf(operand: HostNode, context: TextContext): Part[] | undefined {
  const construct = "CloudFormation intrinsic";
  const resolved = (node: HostNode): HostNode => {
    if (node.kind === "list") return { ...node, items: node.items.map(resolved) };
    if (node.kind !== "map") return node;
    if (isIntrinsic(node)) return { ...node, kind: "text", parts: textParts(node, context) ?? [] };
    return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: resolved(entry.value) })) };
  };
  const { start, end } = operand;
  return textParts({ kind: "json", value: resolved(operand), style: COMPACT_JSON, construct, start, end }, context);
}

/** `Fn::Join: [separator, [value, ...]]`: literals joined, everything else a hole. */
function joinedParts(join: HostNode, context: TextContext): Part[] | undefined {
  if (join.kind !== "list" || join.items.length !== 2) return undefined;
  const [separator, values] = join.items as [HostNode, HostNode];
  if (separator.kind !== "scalar" || typeof separator.value !== "string" || values.kind !== "list") return undefined;
  const items = values.items.map((value): Part[] => {
    const inner = value.kind === "scalar" && value.literal === undefined ? undefined : textParts(value, context);
    return inner ?? [expressionPart(value, "CloudFormation intrinsic", describeIntrinsic(value))];
  });
  return joinParts(items, separator.value, separator);
}

/** A value that is no text: a hole named as the source writes it. */
function opaquePart(node: HostNode, construct: HoleConstruct, { source }: TextContext): Part {
  return expressionPart(node, construct, source.slice(node.start, node.end));
}

/** `Queue` of `Ref: Queue`, `Queue.Arn` of `Fn::GetAtt: [Queue, Arn]`, else the intrinsic's name. */
function describeIntrinsic(node: HostNode): string {
  if (node.kind === "scalar") return String(node.value);
  if (node.kind !== "map" || node.entries.length === 0) return node.kind;
  const { key, value } = node.entries[0]!;
  const operand =
    value.kind === "scalar"
      ? String(value.value)
      : value.kind === "list" && value.items.every((item) => item.kind === "scalar")
        ? value.items.map((item) => (item.kind === "scalar" ? String(item.value) : "")).join(".")
        : undefined;
  if (operand === undefined) return key;
  return key === "Ref" || key === "Fn::GetAtt" ? operand : `${key}:${operand}`;
}
