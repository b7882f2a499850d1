import { decodeSyntax } from "../map/decode-literal.js";
import { pieceText, type TextRange } from "../map/piece.js";
import type { HostDocument } from "./host-document.js";
import type { HostNode, HostScalar } from "./host-node.js";

/** What stands in a range of the text before is `growth` longer in the text after. */
interface Change extends TextRange {
  readonly growth: number;
}

/**
 * What `readYaml` would read of `after`, told from what it read of `before` when somebody typed within a line of a block
 * scalar: by YAML 1.2 (section 8.1) the indentation of its lines alone decides what belongs to it, so that everything
 * else only moves. `undefined` where more may be another.
 */
export function rereadYaml(read: HostDocument, before: string, after: string): HostDocument | undefined {
  const { root, others = [] } = read;
  // What a parser makes of broken text may be another for any letter.
  if (root === undefined || read.problems.length > 0 || read.isRepaired === true) return undefined;
  const change = changeWithinLine(before, after);
  if (change === undefined) return undefined;
  const block = [root, ...others].map((node) => blockAround(node, change, before)).find((found) => found !== undefined);
  const value = block && textOf(block, after, change);
  if (block === undefined || value === undefined) return undefined;
  const mover = new Mover(change, block, value);
  return { ...read, root: mover.moved(root), ...(read.others && { others: others.map((node) => mover.moved(node)) }) };
}

/** What is another between two texts, if that is behind the first letter of one indented line. */
function changeWithinLine(before: string, after: string): Change | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const growth = after.length - before.length;
  let end = before.length;
  while (end > start && end + growth > start && before.charCodeAt(end - 1) === after.charCodeAt(end + growth - 1))
    end--;
  if (/[\r\n]/.test(before.slice(start, end) + after.slice(start, end + growth))) return undefined;
  const line = before.slice(lineStartOf(before, start), start);
  return /^ +\S/.test(line) ? { start, end, growth } : undefined;
}

const lineStartOf = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;

/** The block scalar that has the change in a line behind its header. */
function blockAround(root: HostNode, change: Change, before: string): HostScalar | undefined {
  const lineStart = lineStartOf(before, change.start);
  const visited = new Set<HostNode>();
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    // What an alias repeats stands before it.
    if (node.end < change.end || visited.has(node)) continue;
    visited.add(node);
    if (node.kind === "list") pending.push(...node.items);
    else if (node.kind === "map") for (const { value } of node.entries) pending.push(value);
    else if (node.kind === "scalar" && node.start < lineStart && node.literal?.syntax.kind === "yaml-block")
      return node;
  }
  return undefined;
}

/** The text of a block scalar after a change in it. */
function textOf({ literal, start, end }: HostScalar, after: string, { growth }: Change): string | undefined {
  const pieces = literal && decodeSyntax(after.slice(start, end + growth), start, literal.syntax);
  return pieces && pieceText(pieces);
}

/** Nodes at the places that they have after a change. What stands before it stays the same, and what is shared is. */
class Mover {
  private readonly done = new Map<HostNode, HostNode>();

  constructor(
    private readonly change: Change,
    private readonly block: HostScalar,
    private readonly value: string,
  ) {}

  moved(node: HostNode): HostNode {
    if (node.end < this.change.start) return node;
    const known = this.done.get(node);
    if (known !== undefined) return known;
    const made = this.made(node);
    this.done.set(node, made);
    return made;
  }

  private made(node: HostNode): HostNode {
    const range = this.movedRange(node);
    switch (node.kind) {
      case "list":
        return { ...node, ...range, items: node.items.map((item) => this.moved(item)) };
      case "map": {
        const entries = node.entries.map(({ key, keyRange, value }) => {
          return { key, keyRange: this.movedRange(keyRange), value: this.moved(value) };
        });
        return { ...node, ...range, entries };
      }
      case "scalar": {
        const value = node === this.block ? this.value : node.value;
        return { ...node, ...range, value, ...(node.literal && { literal: { ...node.literal, ...range } }) };
      }
      default:
        // YAML has no other nodes.
        return { ...node, ...range };
    }
  }

  /** Nothing begins or ends within the change. */
  private movedRange({ start, end }: TextRange): TextRange {
    const { end: changeEnd, growth } = this.change;
    return { start: start < changeEnd ? start : start + growth, end: end < changeEnd ? end : end + growth };
  }
}
