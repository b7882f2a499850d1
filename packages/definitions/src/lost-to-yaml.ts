import { parse, walk } from "@apigw-vtl/compiler";
import type { Part } from "./map/assemble.js";
import { toHostRange } from "./map/offset-map.js";
import type { TextRange } from "./map/piece.js";
import type { EmbeddedText } from "./map/segment.js";

/** What YAML keeps from a template, or does to it, where its file reads as if it were a part; offsets of the file. */
export interface Loss extends TextRange {
  readonly message: string;
}

/** A comment of YAML that is written as a directive is; prose has a space behind the `#`. */
const DIRECTIVE =
  /#(?:(?:set|if|elseif|foreach|macro|define|evaluate)[ \t]*\(|(?:end|else|stop|break)\b|\{\w+\})[^\r\n]*/y;

/** A line that is joined to the one before and begins as code does: prose and what serializers wrap does not. */
const JOINED_CODE = /[^\\\r\n]\r?\n\s*(?:#\w|#\{|[${}"<[\]])/;

/** The comment behind a value that ends at `end` of `source`, on its line or the next that is not blank. */
export function directiveInComment(source: string, end: number): Loss | undefined {
  // A block scalar ends behind its last line break, any other value on its line.
  const ownLine = source[end - 1] !== "\n";
  const gap = ownLine ? /[ \t]*/y : /\s*/y;
  gap.lastIndex = end;
  gap.exec(source);
  DIRECTIVE.lastIndex = gap.lastIndex;
  const comment = DIRECTIVE.exec(source);
  if (comment === null) return undefined;
  const message = ownLine
    ? "YAML takes this for a comment, because a # follows a space: the template ends before it. Write the template behind |, on lines of its own."
    : "YAML takes this for a comment, because it stands further left than the template, which ends before it. Indent it as the template's first line is.";
  return { message, start: comment.index, end: DIRECTIVE.lastIndex };
}

/** Comments of Velocity that go on over lines which YAML has joined. */
export function joinedToComment(parts: readonly Part[], { text, segments }: EmbeddedText, source: string): Loss[] {
  const isYaml = parts.some((part) => part.kind === "literal" && part.literal.syntax.kind.startsWith("yaml-"));
  if (!isYaml || !text.includes("##")) return [];
  const losses: Loss[] = [];
  walk(parse(text).tree, (node) => {
    if (node.type !== "Comment" || node.kind !== "line") return;
    const end = node.range.start + text.slice(node.range.start, node.range.end).trimEnd().length;
    const host = toHostRange(segments, { start: node.range.start, end });
    if (host === undefined || !JOINED_CODE.test(source.slice(host.start, host.end))) return;
    const message =
      "YAML joins the lines of this text, and ## reaches to the end of the line: what stands on the next lines is a part of this comment. Write the template behind |, or the comment as #* … *#.";
    losses.push({ message, ...host });
  });
  return losses;
}
