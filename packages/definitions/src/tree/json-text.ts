import type { Part } from "../map/assemble.js";
import { unicodeEscape } from "../map/literals/backslash-escape.js";
import type { Piece } from "../map/piece.js";
import type { HostEntry, HostNode, JsonStyle } from "./host-node.js";

/** As `JSON.stringify` and CloudFormation write it. */
export const COMPACT_JSON: JsonStyle = {
  itemSeparator: ",",
  keySeparator: ":",
  indent: 0,
  sortKeys: false,
  escaped: /(?!)/g,
};

/** As Terraform's `jsonencode` and Pulumi's `fn::toJSON` do: Go's encoder sorts keys and escapes what HTML minds. */
export const GO_JSON: JsonStyle = { ...COMPACT_JSON, sortKeys: true, escaped: /[<>&\u2028\u2029]/g };

/** The JSON text of a host value. `partsOf` gives the text of a string, a hole for what the host fills in. */
export function jsonParts(node: HostNode, style: JsonStyle, partsOf: (node: HostNode) => Part[]): Part[] {
  const parts: Part[] = [];
  new JsonWriter(parts, style, partsOf).write(node, 0);
  return parts;
}

class JsonWriter {
  constructor(
    private readonly parts: Part[],
    private readonly style: JsonStyle,
    private readonly partsOf: (node: HostNode) => Part[],
  ) {}

  write(node: HostNode, level: number): void {
    if (node.kind === "map") this.writeMap(node, level);
    else if (node.kind === "list") {
      this.writeItems("[", "]", node.items, node, level, (item) => this.write(item, level + 1));
    } else if (node.kind === "scalar" && node.literal === undefined) this.fixed(JSON.stringify(node.value), node);
    else this.writeString(node);
  }

  private writeMap(node: Extract<HostNode, { kind: "map" }>, level: number): void {
    const entries = this.style.sortKeys
      ? [...node.entries].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      : node.entries;
    // Members that nobody knows may be none: the commas around them are part of what the host fills in.
    const others = (node.rest ?? []).flatMap((each) => this.partsOf(each).filter(({ kind }) => kind === "expression"));
    const separator = this.style.indent > 0 ? `${this.style.keySeparator.trimEnd()} ` : this.style.keySeparator;
    const writeEntry = ({ key, keyRange, value }: HostEntry): void => {
      this.fixed(this.encode(JSON.stringify(key)) + separator, keyRange);
      this.write(value, level + 1);
    };
    this.writeItems("{", "}", entries, node, level, writeEntry, others);
  }

  private writeItems<Item>(
    open: string,
    close: string,
    items: readonly Item[],
    range: HostNode,
    level: number,
    writeItem: (item: Item) => void,
    others: readonly Part[] = [],
  ): void {
    const lineBreak = (depth: number): string =>
      this.style.indent > 0 ? `\n${" ".repeat(this.style.indent * depth)}` : "";
    if (items.length === 0) {
      this.fixed(open, range);
      this.parts.push(...others);
      this.fixed(close, range);
      return;
    }
    items.forEach((item, index) => {
      const separator = this.style.indent > 0 ? this.style.itemSeparator.trimEnd() : this.style.itemSeparator;
      this.fixed((index === 0 ? open : separator) + lineBreak(level + 1), range);
      writeItem(item);
    });
    this.parts.push(...others);
    this.fixed(lineBreak(level) + close, range);
  }

  /** A string: its characters with JSON's escapes, its expressions as holes. */
  private writeString(node: HostNode): void {
    const inner = this.partsOf(node);
    const [only] = inner;
    if (inner.length === 1 && only?.kind === "expression") {
      this.parts.push({ ...only, hole: { ...only.hole, isValue: true } });
      return;
    }
    this.fixed('"', { start: node.start, end: node.start });
    for (const part of inner) {
      if (part.kind === "expression") this.parts.push(part);
      else if (part.kind === "fixed") this.fixed(this.escape(part.text), part);
      else this.parts.push({ kind: "rewritten", pieces: part.pieces.flatMap((piece) => this.escapePiece(piece)) });
    }
    this.fixed('"', { start: node.end, end: node.end });
  }

  private escapePiece(piece: Piece): Piece[] {
    if (piece.kind === "hole") {
      return [piece.value === undefined ? piece : { ...piece, value: this.escape(piece.value) }];
    }
    const escaped = this.escape(piece.text);
    if (escaped === piece.text) return [piece];
    if (piece.kind === "escape") return [{ ...piece, text: escaped }];
    return [...piece.text].reduce<Piece[]>((pieces, character) => {
      const start = pieces.at(-1)?.end ?? piece.start;
      const text = this.escape(character);
      pieces.push({ kind: text === character ? "verbatim" : "escape", text, start, end: start + character.length });
      return pieces;
    }, []);
  }

  private escape(text: string): string {
    return this.encode(JSON.stringify(text).slice(1, -1));
  }

  private encode(json: string): string {
    return json.replace(this.style.escaped, unicodeEscape);
  }

  private fixed(text: string, { start, end }: { start: number; end: number }): void {
    this.parts.push({ kind: "fixed", text, start, end });
  }
}
