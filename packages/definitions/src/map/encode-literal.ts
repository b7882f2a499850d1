import { escapeForInterpolations } from "../holes/interpolation.js";
import type { Literal, LiteralSyntax } from "./literal.js";
import { heredocMargin } from "./literals/hcl-heredoc.js";
import { encodeHclQuotedCharacters } from "./literals/hcl-quoted.js";
import { escapeHclSequences } from "./literals/hcl-sequence.js";
import { encodeJsCharacters, encodeJsDedent } from "./literals/js-string.js";
import { encodeJsonCharacters } from "./literals/json-string.js";
import { encodePythonCharacters, readPythonStringFrame } from "./literals/python-string.js";
import { encodeYamlBlock, yamlBlockIndent } from "./literals/yaml-block.js";
import { encodeYamlDoubleCharacters, encodeYamlSingle } from "./literals/yaml-flow.js";

/** What a literal says: text, and host expressions by their source. */
export type LiteralContent = string | { readonly source: string };

/**
 * `text` as it would stand in the middle of the literal `source`. The caller checks the outcome by decoding: what
 * comes before and after may make it mean something else.
 */
export function encodeInsertion(text: string, source: string, literal: Literal): string {
  return withLineBreaksOf(source, literal, insertion(text, source, literal));
}

/** Literals that read each line break as a line feed get those that they have: else a file would have both kinds. */
function withLineBreaksOf(source: string, { syntax: { kind } }: Literal, written: string): string {
  const readsLineFeeds = kind === "yaml-block" || kind.startsWith("js-") || kind === "python-string";
  return readsLineFeeds && source.includes("\r\n") ? written.replace(/\r?\n/g, "\r\n") : written;
}

function insertion(text: string, source: string, literal: Literal): string {
  const escaped = escapeForInterpolations(text, literal.interpolations);
  const { syntax } = literal;
  switch (syntax.kind) {
    case "plain-text":
    case "yaml-plain":
    case "js-raw":
      return escaped;
    case "json-string":
      return encodeJsonCharacters(escaped);
    case "yaml-single":
      return escaped.replaceAll("'", "''");
    case "yaml-double":
      return encodeYamlDoubleCharacters(escaped);
    case "yaml-block":
      return indentLines(escaped, " ".repeat(yamlBlockIndent(source, syntax.parentIndent) ?? 0));
    case "hcl-quoted":
      return encodeHclQuotedCharacters(escaped);
    case "hcl-heredoc":
      return indentLines(escapeHclSequences(escaped), heredocMargin(source));
    case "js-string":
      return encodeJsCharacters(escaped, source[0] ?? '"');
    case "js-dedent":
      return encodeJsDedent(escaped);
    case "python-string": {
      const frame = readPythonStringFrame(source);
      return frame === undefined || frame.raw ? escaped : encodePythonCharacters(escaped, frame);
    }
  }
}

/** Indents every line after the first, but no line that stays empty. */
function indentLines(text: string, margin: string): string {
  return text.replace(/\n(?!\n)/g, `\n${margin}`);
}

/** Ways to write the whole literal anew, the nearest to its present form first. */
export function encodeWhole(content: readonly LiteralContent[], source: string, literal: Literal): string[] {
  return candidates(content, source, literal)
    .filter((candidate) => candidate !== undefined)
    .map((candidate) => withLineBreaksOf(source, literal, candidate));
}

function candidates(
  content: readonly LiteralContent[],
  source: string,
  { syntax, interpolations }: Literal,
): (string | undefined)[] {
  const joined = (encode: (text: string) => string, encodeSource: (source: string) => string): string =>
    content
      .map((item) =>
        typeof item === "string" ? encode(escapeForInterpolations(item, interpolations)) : encodeSource(item.source),
      )
      .join("");
  const decodedText = (): string => joined(same, same);
  switch (syntax.kind) {
    case "plain-text":
      return [decodedText()];
    case "json-string":
      return [JSON.stringify(decodedText())];
    case "yaml-plain":
    case "yaml-single":
      return [encodeYamlSingle(decodedText()), `"${encodeYamlDoubleCharacters(decodedText())}"`];
    case "yaml-double":
      return [`"${encodeYamlDoubleCharacters(decodedText())}"`];
    case "yaml-block":
      return blockCandidates(decodedText(), source, syntax);
    case "hcl-quoted":
      return [hclQuoted(content)];
    case "hcl-heredoc":
      return [heredoc(joined(escapeHclSequences, same), source), hclQuoted(content)];
    case "js-string": {
      const quote = source[0] ?? '"';
      return [`${quote}${joined((text) => encodeJsCharacters(text, quote), same)}${quote}`];
    }
    case "js-raw":
      return [`\`${decodedText()}\``];
    case "js-dedent":
      return [`\`${joined(encodeJsDedent, same)}\``];
    case "python-string": {
      const frame = readPythonStringFrame(source);
      if (frame === undefined) return [];
      const written = joined((text) => encodePythonCharacters(text, frame), same);
      return [`${frame.prefix.replace(/r/i, "")}${frame.quote}${written}${frame.quote}`];
    }
  }
}

/** A `$` right before `${` would escape it; its code does not. */
function hclQuoted(content: readonly LiteralContent[]): string {
  const written = content.map((item, index) => {
    if (typeof item !== "string") return item.source;
    const text = encodeHclQuotedCharacters(item);
    if (typeof content[index + 1] !== "object") return text;
    return text.replace(/[$%]$/, (sigil) => `\\u00${sigil.charCodeAt(0).toString(16)}`);
  });
  return `"${written.join("")}"`;
}

const same = (text: string): string => text;

function blockCandidates(
  text: string,
  source: string,
  syntax: Extract<LiteralSyntax, { kind: "yaml-block" }>,
): (string | undefined)[] {
  const indent = yamlBlockIndent(source, syntax.parentIndent) ?? 0;
  const lineEnd = source.endsWith("\n") ? "\n" : "";
  return [
    encodeYamlBlock(text, Math.max(indent, syntax.parentIndent + 1), Math.max(syntax.parentIndent, 0)),
    `"${encodeYamlDoubleCharacters(text)}"${lineEnd}`,
  ];
}

/** A plain heredoc with the literal's own marker; its text always ends with a line break, which a function may take off. */
function heredoc(body: string, source: string): string | undefined {
  const marker = /^<<-?(\S+)/.exec(source)?.[1];
  if (marker === undefined) return undefined;
  return `<<${marker}\n${body}${body === "" || body.endsWith("\n") ? "" : "\n"}${marker}`;
}
