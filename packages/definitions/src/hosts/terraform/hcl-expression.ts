import { literalPieces } from "../../map/decode-literal.js";
import type { Interpolation, Literal, LiteralSyntax, TextRewrite } from "../../map/literal.js";
import type { Piece } from "../../map/piece.js";
import { DEEPEST_NESTING } from "../../tree/host-document.js";
import type { HostEntry, HostExpression, HostNode } from "../../tree/host-node.js";
import { joinParts, sourceParts } from "../../tree/join-parts.js";
import { GO_JSON } from "../../tree/json-text.js";
import { literalScalar } from "../../tree/literal-scalar.js";
import { rewriteText } from "../../tree/rewrite-text.js";
import { callCollectionFunction, member, textValue } from "./hcl-collection.js";
import { type BoundNames, readFor } from "./hcl-for.js";
import type { HclNode } from "./hcl-node.js";
import { filledIn, textFunction } from "./hcl-text.js";

const DECODED = /^\s*(?:yaml|json)decode\(/;

/** Looks up `local.NAME` or `var.NAME`; `undefined` if the module does not say. */
export type ResolveReference = (traversal: string) => HostNode | undefined;

/** `local.pets`, `var.pets` or a name of a `for`, and the members after it. */
const TRAVERSAL = /^((?:local|var)\.[\w-]+|[\w-]+)((?:\.[\w-]+|\[(?:"[^"\\]*"|\d+)\])*)$/;
const STEP = /\.([\w-]+)|\["([^"]*)"\]|\[(\d+)\]/g;

/** `for` in `for` can make much of little: more expressions than these are left to Terraform. */
const MOST_BOUND_READS = 20_000;

/** Reads HCL expressions as host values. */
export class HclExpressionReader {
  private bound: BoundNames = new Map();
  private boundReads = 0;

  constructor(
    private readonly source: string,
    private readonly resolve: ResolveReference,
  ) {}

  read(node: HclNode, depth = 0): HostNode {
    if (depth > DEEPEST_NESTING) return this.expression(node);
    switch (node.type) {
      case "expression":
      case "literal_value":
      case "template_expr":
      case "collection_value": {
        const [inner, ...others] = node.children;
        return inner !== undefined && others.length === 0 ? this.read(inner, depth + 1) : this.readTraversal(node);
      }
      case "variable_expr":
        return this.readTraversal(node);
      case "string_lit":
      case "quoted_template":
        return this.readTemplate(node, { kind: "hcl-quoted" }, depth);
      case "heredoc_template":
        return this.readTemplate(node, { kind: "hcl-heredoc" }, depth);
      case "numeric_lit":
        return { kind: "scalar", value: Number(node.text), ...node.range };
      case "bool_lit":
        return { kind: "scalar", value: node.text === "true", ...node.range };
      case "null_lit":
        return { kind: "scalar", value: null, ...node.range };
      case "object":
        return {
          kind: "map",
          entries: node.children.flatMap((child) => this.readElement(child, depth)),
          ...node.range,
        };
      case "tuple": {
        const items = node.children.filter((child) => child.type === "expression");
        return { kind: "list", items: items.map((item) => this.read(item, depth + 1)), ...node.range };
      }
      case "conditional":
        return this.readConditional(node, node.children, depth);
      case "function_call":
        return this.readCall(node, depth);
      case "for_expr":
        return readFor(node, (child, bound) => this.readBound(child, bound, depth)) ?? this.expression(node);
      default:
        return this.expression(node);
    }
  }

  private readTraversal(node: HclNode): HostNode {
    const [, head = "", steps = ""] = TRAVERSAL.exec(node.text.replace(/\s+/g, "")) ?? [];
    let found = this.bound.get(head) ?? (head.includes(".") ? this.resolve(head) : undefined);
    for (const [, attribute, key, index] of steps.matchAll(STEP)) {
      found = found && member(found, attribute ?? key ?? Number(index));
    }
    return found ?? this.expression(node);
  }

  /** Reads with the names of a `for` beside those that are known already. */
  private readBound(node: HclNode, names: BoundNames, depth: number): HostNode {
    this.boundReads++;
    if (this.boundReads > MOST_BOUND_READS) return this.expression(node);
    const outer = this.bound;
    this.bound = new Map([...outer, ...names]);
    const read = this.read(node, depth + 1);
    this.bound = outer;
    return read;
  }

  private readTemplate(node: HclNode, syntax: LiteralSyntax, depth: number): HostNode {
    const hasExpressions = /[$%]\{/.test(node.text);
    const children = hasExpressions
      ? node.children.filter((child) => !/_(?:start|end|identifier)$/.test(child.type))
      : [];
    const only = children.length === 1 ? children[0] : undefined;
    if (syntax.kind === "hcl-quoted" && only?.type === "template_interpolation") {
      // "${x}" is x itself.
      const expression = only.children.find((child) => child.type === "expression");
      if (expression !== undefined) return this.read(expression, depth + 1);
    }
    const literal: Literal = { syntax, interpolations: [], ...node.range };
    const pieces = literalPieces(this.source, literal);
    if (pieces === undefined) return this.expression(node);
    if (this.bound.size > 0 && pieces.some(({ kind }) => kind === "hole")) {
      return this.readFilledIn(node, pieces, children, depth);
    }
    return literalScalar(literal, pieces);
  }

  /** A text within a `for`, which stands for another one each time. */
  private readFilledIn(node: HclNode, pieces: readonly Piece[], children: readonly HclNode[], depth: number): HostNode {
    const expressions = children
      .filter(({ type }) => type === "template_interpolation")
      .map((child) => child.children.find(({ type }) => type === "expression"));
    const texts = pieces.map((piece) => {
      if (piece.kind !== "hole") return piece.text;
      const expression = piece.construct === "Terraform expression" ? expressions.shift() : undefined;
      return expression && textValue(this.read(expression, depth + 1));
    });
    if (texts.some((text) => text === undefined)) return this.expression(node);
    return { kind: "scalar", value: texts.join(""), ...node.range };
  }

  private readElement(element: HclNode, depth: number): HostEntry[] {
    const [key, value] = element.children.filter(({ type }) => type === "expression");
    if (element.type !== "object_elem" || key === undefined || value === undefined) return [];
    const text = this.read(key, depth + 1);
    // A bare word is a key by itself.
    const name = text.kind === "scalar" ? String(text.value) : key.text;
    return [{ key: name, keyRange: key.range, value: this.read(value, depth + 1) }];
  }

  private readConditional(node: HclNode, children: readonly HclNode[], depth: number): HostNode {
    const [condition, whenTrue, whenFalse] = children;
    if (condition === undefined || whenTrue === undefined || whenFalse === undefined) return this.expression(node);
    const name = condition.text;
    const choices = [
      { condition: name, node: this.read(whenTrue, depth + 1) },
      { condition: `not (${name})`, node: this.read(whenFalse, depth + 1) },
    ];
    return { kind: "choice", branches: choices, ...node.range };
  }

  private readCall(node: HclNode, depth: number): HostNode {
    const [name, list] = node.children;
    const given = list?.children ?? [];
    const args = given.map((argument) => this.read(argument, depth + 1));
    const [first, second] = args;
    if (first === undefined) return this.expression(node);
    const made = textFunction(name?.text ?? "", args, this.source);
    if (made !== undefined) return this.readMade(node, made.text, made.rewrites);
    switch (name?.text) {
      case "file":
      case "templatefile": {
        const path = filePath(first);
        if (path === undefined) return this.expression(node);
        const interpolations: Interpolation[] = name.text === "templatefile" ? ["terraform"] : [];
        return { kind: "file", path, interpolations, ...(second && { variables: second }), ...node.range };
      }
      case "jsonencode":
        // What is decoded and encoded again is what the file says.
        if (first.kind === "file" && DECODED.test(list?.text ?? "")) return first;
        return { kind: "json", value: first, style: GO_JSON, construct: "Terraform expression", ...node.range };
      case "yamldecode":
      case "jsondecode":
        return first.kind === "file" ? first : this.expression(node);
      case "format":
        if (first.kind !== "scalar" || first.literal === undefined) return this.expression(node);
        return {
          ...first,
          literal: {
            ...first.literal,
            interpolations: [...first.literal.interpolations, "terraform-format"],
            fillers: args.slice(1).map((argument) => filledIn(argument, this.source)),
          },
        };
      case "coalesce":
      case "try":
        return this.readFirst(
          node,
          given,
          args.map((each) => (name.text === "try" ? each : notEmpty(each))),
        );
      case "join":
        return second === undefined ? this.expression(node) : this.readJoin(node, first, second);
      default:
        return callCollectionFunction(name?.text ?? "", args, node.range) ?? this.expression(node);
    }
  }

  /** What a function makes of a text that the file shows, or that there is one. */
  private readMade(node: HclNode, text?: HostNode, rewrites?: readonly TextRewrite[]): HostNode {
    if (text === undefined) return this.expression(node);
    if (rewrites !== undefined) return rewriteText(text, rewrites, this.source);
    if (text.kind === "expression") return text.hidden === undefined ? this.expression(node) : text;
    return { ...this.expression(node), hidden: text };
  }

  /** The first of the arguments that is there; those before one that is known may be or not. */
  private readFirst(node: HclNode, given: readonly HclNode[], args: readonly (HostNode | undefined)[]): HostNode {
    const possible = args.flatMap((value, index) => (value === undefined ? [] : [{ value, text: given[index]!.text }]));
    const known = possible.findIndex(({ value }) => value.kind !== "expression" && value.kind !== "choice");
    const reached = known === -1 ? possible : possible.slice(0, known + 1);
    const [only, ...others] = reached;
    if (only === undefined) return this.expression(node);
    if (others.length === 0) return only.value;
    const branches = reached.map(({ value, text }, index) => ({
      condition: index === reached.length - 1 ? `not (${reached[index - 1]!.text})` : text,
      node: value,
    }));
    return { kind: "choice", branches, ...node.range };
  }

  private readJoin(node: HclNode, separator: HostNode, list: HostNode): HostNode {
    if (separator.kind !== "scalar" || list.kind !== "list") return this.expression(node);
    const items = list.items.map((item) => sourceParts(item, this.source, "Terraform expression"));
    return { kind: "text", parts: joinParts(items, String(separator.value), separator), ...node.range };
  }

  private expression(node: HclNode): HostExpression {
    return { kind: "expression", construct: "Terraform expression", source: node.text, ...node.range };
  }
}

/** `coalesce` passes over what is empty. */
function notEmpty(node: HostNode): HostNode | undefined {
  return node.kind === "scalar" && (node.value === null || node.value === "") ? undefined : node;
}

/** The text of a path with nothing but `${path.module}` (or root, cwd) before it. */
export function filePath(node: HostNode): string | undefined {
  if (node.kind !== "scalar" || typeof node.value !== "string") return undefined;
  const path = node.value.replace(/^<path\.(?:module|root|cwd)>\/?/, "");
  return /[<>]/.test(path) ? undefined : path;
}
