import { isAlias, isMap, isNode, isScalar, isSeq, type Pair, type Scalar } from "yaml";
import { decodeSyntax } from "../map/decode-literal.js";
import type { Literal, LiteralSyntax } from "../map/literal.js";
import { pieceText, type TextRange } from "../map/piece.js";
import { DEEPEST_NESTING, type HostDocument } from "./host-document.js";
import type { HostEntry, HostMap, HostNode } from "./host-node.js";
import { type ParsedYaml, parseYaml } from "./parse-yaml.js";

/** Reads the documents of a YAML file; CloudFormation's short tags become their long forms. */
export function readYaml(source: string): HostDocument {
  let parsed: ParsedYaml | undefined;
  try {
    parsed = parseYaml(source);
  } catch (error) {
    // The composer recurses: nesting of thousands of levels ends its stack.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ code: "host-too-deep", message: "nested too deep to be read", start: 0, end: 0 }] };
  }
  if (parsed === undefined) return { problems: [] };
  const { document, others, errors, readAs } = parsed;
  const problems = errors.slice(0, 1).map((error) => ({
    code: "host-syntax" as const,
    message: `not valid YAML: ${error.message.split("\n")[0]}`,
    // What is missing at the end is reported behind it.
    start: Math.min(error.pos[0], source.length),
    end: Math.min(error.pos[1], source.length),
  }));
  const reader = new YamlReader(source, readAs);
  const root = reader.read(document.contents, 0);
  const rest = others.flatMap(({ contents }) => reader.read(contents, 0) ?? []);
  if (reader.tooDeep) {
    const message = `nested deeper than ${DEEPEST_NESTING} levels`;
    return { problems: [...problems, { code: "host-too-deep", message, start: 0, end: 0 }] };
  }
  if (root === undefined) return { problems };
  const isRepaired = readAs !== source;
  return { root, ...(rest.length > 0 && { others: rest }), problems, ...(isRepaired && { isRepaired }) };
}

const MERGE_KEY = "<<";
const MOST_MERGED_ENTRIES = 100_000;

class YamlReader {
  tooDeep = false;
  /** Entries that merge keys have brought so far. */
  private merged = 0;
  private readonly done = new Map<object, HostNode | undefined>();
  /** The latest node of each anchor: nodes are read in the order of the file. */
  private readonly anchors = new Map<string, object>();

  /** `readAs` is what the parser was given for `source`: of the same length, with the same literals' borders. */
  constructor(
    private readonly source: string,
    private readonly readAs: string,
  ) {}

  /** `undefined` for what is no value: an alias that leads into itself, nesting without end. */
  read(node: unknown, depth: number): HostNode | undefined {
    if (depth > DEEPEST_NESTING) {
      this.tooDeep = true;
      return undefined;
    }
    if (isAlias(node)) return this.done.get(this.anchors.get(node.source) ?? node);
    if (!isNode(node)) return undefined;
    // Whatever else there is of a node, only one with an anchor is met again.
    if (node.anchor === undefined) return this.readValue(node, depth);
    if (this.done.has(node)) return this.done.get(node);
    this.done.set(node, undefined);
    this.anchors.set(node.anchor, node);
    const value = this.readValue(node, depth);
    this.done.set(node, value);
    return value;
  }

  private readValue(node: object, depth: number): HostNode | undefined {
    if (isScalar(node)) return withTag(this.readScalar(node), node.tag);
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => this.read(item, depth + 1) ?? []);
      return withTag({ kind: "list", items, ...rangeOf(node) }, node.tag);
    }
    if (isMap(node)) {
      return withTag({ kind: "map", entries: this.readEntries(node.items, depth), ...rangeOf(node) }, node.tag);
    }
    return undefined;
  }

  private readEntries(pairs: readonly Pair[], depth: number): HostEntry[] {
    return pairs.flatMap(({ key, value }): HostEntry[] => {
      if (!isScalar(key)) return [];
      const read = this.read(value, depth + 1) ?? { kind: "scalar", value: null, ...rangeOf(key) };
      if (keyText(key) === MERGE_KEY) return this.mergedEntries(read, pairs);
      return [{ key: keyText(key), keyRange: rangeOf(key), value: read }];
    });
  }

  /** `<<: *base` and `<<: [*a, *b]`: what the map has itself counts, then what is merged first. */
  private mergedEntries(value: HostNode, pairs: readonly Pair[]): HostEntry[] {
    const maps = value.kind === "list" ? value.items : [value];
    const entries = maps.flatMap((map) => (map.kind === "map" ? map.entries : []));
    this.merged += entries.length;
    if (this.merged > MOST_MERGED_ENTRIES) return [];
    const known = new Set(pairs.map(({ key }) => (isScalar(key) ? keyText(key) : undefined)));
    return entries.filter(({ key }) => !known.has(key) && known.add(key));
  }

  private readScalar(node: Scalar): HostNode {
    const range = rangeOf(node);
    const syntax = syntaxOf(node);
    const text = typeof node.value === "string" ? node.value : node.source;
    if (syntax === undefined || text === undefined) return { kind: "scalar", value: null, ...range };
    const plain = syntax.kind === "yaml-plain" && node.tag === undefined ? plainValue(text) : text;
    if (plain !== text) return { kind: "scalar", value: plain, ...range };
    const literal: Literal = { syntax, interpolations: [], ...range };
    const read = decode(this.readAs, range, syntax, text);
    if (read !== text) return { kind: "scalar", value: text, ...range };
    const value = this.source === this.readAs ? read : (decode(this.source, range, syntax, text) ?? text);
    return { kind: "scalar", value, literal, ...range };
  }
}

/** The text of a scalar, which is likely `expected`. */
function decode(
  source: string,
  { start, end }: TextRange,
  syntax: LiteralSyntax,
  expected: string,
): string | undefined {
  // Most scalars are what stands there.
  if (syntax.kind === "yaml-plain" && end - start === expected.length && source.startsWith(expected, start)) {
    return expected;
  }
  const pieces = decodeSyntax(source.slice(start, end), start, syntax);
  return pieces && pieceText(pieces);
}

function keyText({ source, value }: Scalar): string {
  return source ?? String(value);
}

const NUMBER = /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+)$/;

/** What a plain scalar without a tag is by YAML's core schema. */
function plainValue(text: string): string | number | boolean | null {
  if (/^(?:~|null|Null|NULL)?$/.test(text)) return null;
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return text.toLowerCase() === "true";
  return NUMBER.test(text) ? Number(text) : text;
}

function rangeOf(node: { range?: readonly [number, number, number] | null | undefined }): TextRange {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

function syntaxOf(node: Scalar): LiteralSyntax | undefined {
  switch (node.type) {
    case "PLAIN":
      return { kind: "yaml-plain" };
    case "QUOTE_SINGLE":
      return { kind: "yaml-single" };
    case "QUOTE_DOUBLE":
      return { kind: "yaml-double" };
    case "BLOCK_LITERAL":
    case "BLOCK_FOLDED": {
      const token = node.srcToken;
      return { kind: "yaml-block", parentIndent: token?.type === "block-scalar" ? token.indent : 0 };
    }
    default:
      return undefined;
  }
}

/** Tags of CloudFormation's short forms whose long form has no `Fn::`. */
const BARE_TAGS: ReadonlySet<string> = new Set(["Ref", "Condition"]);
const STANDARD_TAG = /^(?:tag:yaml\.org,2002:|!$|!!)/;

/** `!Sub x` is `{"Fn::Sub": x}`, `!GetAtt a.b` is `{"Fn::GetAtt": ["a", "b"]}`. */
function withTag(node: HostNode, tag: string | undefined): HostNode {
  if (tag === undefined || STANDARD_TAG.test(tag) || !tag.startsWith("!")) return node;
  const name = tag.slice(1);
  const key = BARE_TAGS.has(name) ? name : `Fn::${name}`;
  const range = { start: node.start, end: node.end };
  const map: HostMap = { kind: "map", entries: [{ key, keyRange: range, value: node }], ...range };
  return map;
}
