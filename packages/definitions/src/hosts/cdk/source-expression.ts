import type { Node } from "web-tree-sitter";
import { isSerializer } from "../../holes/serialized.js";
import { ONE_LINE } from "../../holes/text-rewrite.js";
import { assemble, type Part } from "../../map/assemble.js";
import { literalPieces } from "../../map/decode-literal.js";
import type { Interpolation, Literal } from "../../map/literal.js";
import { namedChildren, rangeOf } from "../../syntax-tree/tree-nodes.js";
import { DEEPEST_NESTING } from "../../tree/host-document.js";
import type { HostEntry, HostNode } from "../../tree/host-node.js";
import { joinParts, sourceParts } from "../../tree/join-parts.js";
import { literalScalar } from "../../tree/literal-scalar.js";
import { knownText, rewriteText } from "../../tree/rewrite-text.js";
import { type Bindings, isFunction, parametersOf, returnedBy } from "./bindings.js";
import { type Shown, withShown } from "./shown-in-string.js";
import type { SourceLanguage } from "./source-language.js";
import { textMethod } from "./text-method.js";

/** Functions and tags that lay a text out again: `dedent`, `inspect.cleandoc`, `pulumi.interpolate`. */
const LAYING_OUT = /(?:^|\.)(?:\w*[dD]edent|outdent|stripIndents?|cleandoc|interpolate)$/;

/** `${a}` of JavaScript, `{a}` of Python. */
const SUBSTITUTIONS = new Set(["template_substitution", "interpolation"]);

/** `...common` of JavaScript, `**common` of Python. */
const SPREADS = new Set(["spread_element", "dictionary_splat"]);

/** Objects that Python has a class for, where JavaScript writes them down. */
const PROPERTIES = /(?:^|\.)(?:Integration|Method)(?:Response|Options)$/;

/** Reads JavaScript, TypeScript and Python literals, and what is built of them without running code, as host values. */
export class SourceExpressionReader {
  /** Values and functions that are being read, by their nodes: what refers to itself has no text. */
  private readonly resolving = new Set<number>();
  /** The arguments of the calls that are being read, by the function's node and the parameter. */
  private readonly arguments = new Map<number, ReadonlyMap<string, Node>>();

  constructor(
    private readonly source: string,
    private readonly language: SourceLanguage,
    private readonly bindings: Bindings,
  ) {}

  read(node: Node, depth = 0): HostNode {
    if (depth > DEEPEST_NESTING) return this.expression(node);
    const children = namedChildren(node);
    switch (node.type) {
      case "string":
      case "template_string":
        return this.readFilled(node, children, depth);
      case "concatenated_string":
        return this.concatenation(node, children, depth);
      case "binary_expression":
      case "binary_operator":
        return this.readBinary(node, depth);
      case "parenthesized_expression":
      case "as_expression":
      case "satisfies_expression":
      case "non_null_expression":
        return children[0] === undefined ? this.expression(node) : this.read(children[0], depth + 1);
      case "number":
      case "integer":
      case "float":
        return { kind: "scalar", value: Number(node.text), ...rangeOf(node) };
      case "true":
      case "false":
        return { kind: "scalar", value: node.type === "true", ...rangeOf(node) };
      case "null":
      case "none":
        return { kind: "scalar", value: null, ...rangeOf(node) };
      case "object":
      case "dictionary":
        return this.readMap(node, children, depth);
      case "array":
      case "list":
      case "tuple":
        return { kind: "list", items: children.map((child) => this.read(child, depth + 1)), ...rangeOf(node) };
      case "ternary_expression":
      case "conditional_expression":
        return this.readConditional(node, children, depth);
      case "call_expression":
      case "call":
        return this.readCall(node, depth);
      case "identifier":
        return this.readName(node, depth);
      case "member_expression":
      case "attribute":
      case "subscript_expression":
      case "subscript":
        return this.readMember(node, depth);
      case "await_expression":
      case "await":
        return children[0] === undefined ? this.expression(node) : this.read(children[0], depth + 1);
      default:
        return this.expression(node);
    }
  }

  private readMap(node: Node, children: readonly Node[], depth: number): HostNode {
    const entries = children.flatMap((child) => this.readEntry(child, depth));
    const spread = children.flatMap((child) => this.readSpread(child, depth) ?? []);
    const rest = spread.flatMap((each) => (each.kind === "map" ? (each.rest ?? []) : [each]));
    return { kind: "map", entries, ...(rest.length > 0 && { rest }), ...rangeOf(node) };
  }

  /** What is spread into an object: `...common`, `**common`. */
  private readSpread(node: Node, depth: number): HostNode | undefined {
    const [spread] = SPREADS.has(node.type) ? namedChildren(node) : [];
    return spread && this.read(spread, depth + 1);
  }

  /** A call's keyword arguments, or an object's properties, with those of objects that are spread into it. */
  readEntry(node: Node, depth = 0): readonly HostEntry[] {
    const spread = this.readSpread(node, depth);
    if (spread !== undefined) return spread.kind === "map" ? spread.entries : [];
    const key = node.childForFieldName("key") ?? node.childForFieldName("name");
    const value = node.childForFieldName("value");
    if (node.type === "shorthand_property_identifier") {
      return [{ key: node.text, keyRange: rangeOf(node), value: this.readName(node, depth) }];
    }
    if ((node.type !== "pair" && node.type !== "keyword_argument") || key === null || value === null) return [];
    return [{ key: this.keyText(key), keyRange: rangeOf(key), value: this.read(value, depth + 1) }];
  }

  private keyText(key: Node): string {
    const inner = key.type === "computed_property_name" ? namedChildren(key)[0] : key;
    if (inner === undefined) return key.text;
    if (inner.type === "property_identifier" || inner.type === "identifier") {
      const bound = inner === key ? undefined : this.read(inner);
      return bound?.kind === "scalar" ? String(bound.value) : inner.text;
    }
    const value = this.read(inner);
    return value.kind === "scalar" ? String(value.value) : inner.text;
  }

  private readString(node: Node, syntax = this.language.literalSyntax): HostNode {
    const literal: Literal = { syntax, interpolations: [], ...rangeOf(node) };
    const pieces = literalPieces(this.source, literal);
    return pieces === undefined ? this.expression(node) : literalScalar(literal, pieces);
  }

  /** A string with what is put into it, where the file shows that: `${JSON.stringify({ a: 1 })}`. */
  private readFilled(node: Node, children: readonly Node[], depth: number): HostNode {
    const shown = new Map<number, Shown>();
    for (const child of children) {
      const [inner, ...others] = SUBSTITUTIONS.has(child.type) ? namedChildren(child) : [];
      // With others it is laid out in a way of its own: `{total:>8}`.
      const value = inner === undefined || others.length > 0 ? undefined : this.shownBy(this.read(inner, depth + 1));
      if (value !== undefined) shown.set(child.startIndex, value);
    }
    const plain = this.readString(node);
    const literal = plain.kind === "scalar" && shown.size > 0 ? plain.literal : undefined;
    const pieces = literal && literalPieces(this.source, literal);
    if (literal === undefined || pieces === undefined) return plain;
    return { kind: "text", parts: withShown(literal, pieces, shown), ...rangeOf(node) };
  }

  /** What a value puts into a string: a text as it is, JSON with the places of its literals. */
  private shownBy(value: HostNode): Shown | undefined {
    const parts = this.partsOf(value);
    if (parts.every((part) => part.kind === "expression")) return undefined;
    if (value.kind === "json") return parts;
    const { text, holes } = assemble(parts);
    return text === "" || holes.length > 0 ? undefined : text;
  }

  /** `a + b`, without recursing down the long left arm that many operands make. */
  private readBinary(node: Node, depth: number): HostNode {
    const operator = node.childForFieldName("operator")?.text;
    if (operator === "??" || operator === "||") return this.readDefault(node, depth);
    if (operator === "%" && node.type === "binary_operator") {
      return this.interpolated(node, node.childForFieldName("left"), "python-percent", depth);
    }
    const operands: Node[] = [];
    let current: Node | null = node;
    while (current !== null && current.type === node.type && current.childForFieldName("operator")?.text === "+") {
      const right = current.childForFieldName("right");
      if (right !== null) operands.unshift(right);
      current = current.childForFieldName("left");
    }
    if (operands.length === 0 || current === null) return this.expression(node);
    return this.concatenation(node, [current, ...operands], depth);
  }

  /** `given ?? value`: what is given, if the file shows it, and the value otherwise. */
  private readDefault(node: Node, depth: number): HostNode {
    const left = node.childForFieldName("left");
    const right = node.childForFieldName("right");
    if (left === null || right === null) return this.expression(node);
    const choices = [
      { condition: left.text, node: this.read(left, depth + 1) },
      { condition: `not (${left.text})`, node: this.read(right, depth + 1) },
    ];
    const shown = choices.filter((choice) => choice.node.kind !== "expression");
    return shown.length === 0 ? this.expression(node) : { kind: "choice", branches: shown, ...rangeOf(node) };
  }

  /** A string literal in which a function fills in values. */
  private interpolated(node: Node, text: Node | null, interpolation: Interpolation, depth: number): HostNode {
    const value = text === null ? undefined : this.read(text, depth + 1);
    if (value?.kind !== "scalar" || value.literal === undefined) return this.expression(node);
    const { literal } = value;
    return { ...value, literal: { ...literal, interpolations: [...literal.interpolations, interpolation] } };
  }

  private concatenation(node: Node, operands: readonly Node[], depth: number): HostNode {
    const parts = operands.flatMap((operand) => this.partsOf(this.read(operand, depth + 1)));
    return parts.every((part) => part.kind === "expression")
      ? this.expression(node)
      : { kind: "text", parts, ...rangeOf(node) };
  }

  private partsOf(node: HostNode): Part[] {
    return sourceParts(node, this.source, this.language.construct);
  }

  /** JavaScript has condition, consequence, alternative; Python has consequence, condition, alternative. */
  private readConditional(node: Node, children: readonly Node[], depth: number): HostNode {
    const [first, second, third] = children;
    if (first === undefined || second === undefined || third === undefined) return this.expression(node);
    const [condition, whenTrue] = node.type === "ternary_expression" ? [first, second] : [second, first];
    const choices = [
      { condition: condition.text, node: this.read(whenTrue, depth + 1) },
      { condition: `not (${condition.text})`, node: this.read(third, depth + 1) },
    ];
    return { kind: "choice", branches: choices, ...rangeOf(node) };
  }

  private readCall(node: Node, depth: number): HostNode {
    const callee = node.childForFieldName("function");
    const list = node.childForFieldName("arguments");
    if (callee === null || list === null) return this.expression(node);
    if (list.type === "template_string") return this.readTagged(node, callee, list, depth);
    const args = namedChildren(list);
    const first = args[0];
    const method = /(?:^|\.)(\w+)$/.exec(callee.text)?.[1] ?? "";
    if (first !== undefined && isSerializer(callee.text)) {
      const value = this.read(first, depth + 1);
      const style = { ...this.language.jsonStyle, indent: this.indentOf(args) };
      return value.kind === "expression"
        ? this.expression(node)
        : { kind: "json", value, style, construct: this.language.construct, ...rangeOf(node) };
    }
    if (first !== undefined && LAYING_OUT.test(callee.text)) return this.read(first, depth + 1);
    if (/(?:^|\.)Fn\.sub$/.test(callee.text)) return this.interpolated(node, first ?? null, "cfn-sub", depth);
    if (/(?:^|\.)Fn\.join$/.test(callee.text)) return this.joined(node, args[1], first, depth);
    if (method === "join") return this.readJoin(node, callee, first, depth);
    const receiver = callee.childForFieldName("object");
    if (method === "readFileSync" || method === "open") return this.readFile(node, first);
    if (method === "read_text") return this.readFile(node, receiver === null ? first : this.boundTo(receiver));
    if (method === "apply" && first !== undefined && isFunction(first))
      return this.readReturned(node, first, [], depth);
    if (node.type === "call" && PROPERTIES.test(callee.text)) {
      return { kind: "map", entries: args.flatMap((arg) => this.readEntry(arg, depth)), ...rangeOf(node) };
    }
    if (method === "format" && receiver !== null && node.type === "call") {
      return this.interpolated(node, receiver, "python-format", depth);
    }
    const called = this.bindings.resolve(callee);
    if (called?.kind === "value" && isFunction(called.node)) return this.readReturned(node, called.node, args, depth);
    return this.readTextMethod(node, receiver, method, args, depth) ?? this.expression(node);
  }

  /** What a method of texts makes of one. */
  private readTextMethod(
    node: Node,
    receiver: Node | null,
    method: string,
    args: readonly Node[],
    depth: number,
  ): HostNode | undefined {
    if (receiver === null) return undefined;
    const rewrites = textMethod(method, {
      language: node.type === "call" ? "python" : "javascript",
      count: args.length,
      // Read when it is asked for: most calls are of other methods, and their arguments large.
      text: (index) => knownText(args[index] && this.read(args[index], depth + 1), this.source),
      source: (index) => args[index]?.text ?? "",
    });
    if (rewrites === undefined) return undefined;
    return rewriteText(this.read(receiver, depth + 1), rewrites, this.source);
  }

  /** Tags that nobody knows may make something else of the text. */
  private readTagged(node: Node, tag: Node, text: Node, depth: number): HostNode {
    if (tag.text === "String.raw") return this.readString(text, { kind: "js-raw" });
    if (/(?:^|\.)oneLine$/.test(tag.text)) return this.interpolated(node, text, ONE_LINE, depth);
    if (!LAYING_OUT.test(tag.text)) return this.expression(node);
    return this.readString(text, this.bindings.moduleOf(tag.text) === "dedent" ? { kind: "js-dedent" } : undefined);
  }

  /** What a function of the file gives for these arguments, if it has one place where it returns. */
  private readReturned(node: Node, called: Node, args: readonly Node[], depth: number): HostNode {
    const returned = returnedBy(called);
    if (returned === undefined || this.resolving.has(called.id)) return this.expression(node);
    const names = parametersOf(called);
    this.resolving.add(called.id);
    this.arguments.set(called.id, new Map(args.flatMap((arg, at) => (names[at] ? [[names[at], arg] as const] : []))));
    const value = this.read(returned, depth + 1);
    this.arguments.delete(called.id);
    this.resolving.delete(called.id);
    return value.kind === "expression" ? this.expression(node) : value;
  }

  /** The third argument of `JSON.stringify`, the `indent` of `json.dumps`. */
  private indentOf(args: readonly Node[]): number {
    const named = args.find(
      (arg) => arg.type === "keyword_argument" && arg.childForFieldName("name")?.text === "indent",
    );
    const indent = Number((named?.childForFieldName("value") ?? args[2])?.text ?? 0);
    return Number.isInteger(indent) && indent > 0 && indent <= 10 ? indent : 0;
  }

  /** `[...].join(separator)` of JavaScript, `separator.join([...])` of Python. */
  private readJoin(node: Node, callee: Node, first: Node | undefined, depth: number): HostNode {
    const receiver = callee.childForFieldName("object") ?? undefined;
    return node.type === "call" ? this.joined(node, first, receiver, depth) : this.joined(node, receiver, first, depth);
  }

  private joined(node: Node, items: Node | undefined, between: Node | undefined, depth: number): HostNode {
    const list = items && this.read(items, depth + 1);
    const separator = between && this.read(between, depth + 1);
    const text = separator === undefined ? "," : separator.kind === "scalar" ? String(separator.value) : undefined;
    if (list?.kind !== "list" || text === undefined) return this.expression(node);
    const parts = joinParts(
      list.items.map((item) => this.partsOf(item)),
      text,
      separator ?? list,
    );
    return { kind: "text", parts, ...rangeOf(node) };
  }

  /** The one string among the arguments that looks like a relative file: `path.join(__dirname, "../vtl/x.vtl")`. */
  private readFile(node: Node, argument: Node | undefined): HostNode {
    const strings = (argument?.type === "string" ? [argument] : (argument?.descendantsOfType("string") ?? [])).flatMap(
      (candidate) => (candidate === null ? [] : this.readString(candidate)),
    );
    const whole = argument && this.read(argument);
    const known = whole?.kind === "scalar" ? [whole] : strings;
    const parts = known.flatMap((part) => (part.kind === "scalar" ? [String(part.value)] : []));
    const path = parts.join("/").replace(/^\//, "");
    if (!/\.\w+$|\//.test(path) || /[<>]/.test(path)) return this.expression(node);
    return { kind: "file", path, interpolations: [], ...rangeOf(node) };
  }

  /** What a name stands for: `path` of `path = Path("x.vtl")`. */
  private boundTo(node: Node): Node {
    const bound = this.bindings.resolve(node);
    return bound?.kind === "value" ? bound.node : node;
  }

  private readName(node: Node, depth: number): HostNode {
    const bound = this.bindings.resolve(node);
    const value =
      bound?.kind === "value"
        ? bound.node
        : bound?.kind === "parameter"
          ? this.arguments.get(bound.of.id)?.get(node.text)
          : undefined;
    if (value === undefined || this.resolving.has(value.id)) return this.expression(node);
    this.resolving.add(value.id);
    const read = this.read(value, depth + 1);
    this.resolving.delete(value.id);
    return read.kind === "expression" ? this.expression(node) : read;
  }

  /** `this.x`, or a member of an object that the file makes: `TEMPLATES.put`, `TEMPLATES["put"]`. */
  private readMember(node: Node, depth: number): HostNode {
    const named = this.readName(node, depth);
    const object = node.childForFieldName("object") ?? node.childForFieldName("value");
    if (named.kind !== "expression" || object === null || this.bindings.isAssigned(node)) return named;
    const name = node.childForFieldName("property") ?? node.childForFieldName("attribute");
    const index = node.childForFieldName("index") ?? node.childForFieldName("subscript");
    const at = index === null ? undefined : this.read(index, depth + 1);
    const key = at === undefined ? name?.text : at.kind === "scalar" ? String(at.value) : undefined;
    const of = this.read(object, depth + 1);
    const entry = of.kind === "map" ? of.entries.findLast((each) => each.key === key) : undefined;
    return entry?.value ?? named;
  }

  private expression(node: Node): HostNode {
    return { kind: "expression", construct: this.language.construct, source: node.text, ...rangeOf(node) };
  }
}
