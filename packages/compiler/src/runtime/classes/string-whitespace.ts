import { checkStringLength } from "../text/index.js";
import { JavaException } from "../value.js";

// Character.isWhitespace: unlike \s in JavaScript without no-break spaces and U+FEFF, with the separators U+001C to U+001F.
const LEADING = /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+/;
const BLANK = /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/;
const WHITESPACE = /[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

/** `trim`: drops all characters up to U+0020 at both ends. */
export function trim(text: string): string {
  let begin = 0;
  let end = text.length;
  while (begin < end && text.charCodeAt(begin) <= 0x20) begin++;
  while (begin < end && text.charCodeAt(end - 1) <= 0x20) end--;
  return text.slice(begin, end);
}

export function stripLeading(text: string): string {
  return text.replace(LEADING, "");
}

export function stripTrailing(text: string): string {
  let end = text.length;
  while (end > 0 && WHITESPACE.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** `lines()`: split at `\n`, `\r` and `\r\n`; a terminator at the end begins no further line. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** `indent`: adds or removes blanks at the beginning of each line and ends each with `\n`. */
export function indent(text: string, count: number): string {
  const lines = linesOf(text);
  checkStringLength(lines.length * Math.max(count, 0));
  return lines.map((line) => `${count >= 0 ? " ".repeat(count) + line : dedent(line, -count)}\n`).join("");
}

function dedent(line: string, count: number): string {
  return line.slice(Math.min(count, line.length - stripLeading(line).length));
}

/** `stripIndent`: removes the indentation that all lines share; the last line counts even if blank. */
export function stripIndent(text: string): string {
  if (text === "") return "";
  const lines = text.split(/\r\n|\r|\n/);
  const counting = lines.filter((line, i) => i === lines.length - 1 || !isBlank(line));
  const shared = counting.reduce((least, line) => Math.min(least, line.length - stripLeading(line).length), Infinity);
  return lines.map((line) => (isBlank(line) ? "" : stripTrailing(line.slice(shared)))).join("\n");
}

const ESCAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({ b: "\b", f: "\f", n: "\n", r: "\r", s: " ", t: "\t", "'": "'", '"': '"', "\\": "\\" }),
);

/** `translateEscapes`, the escapes of Java's string literals without `\u`. */
export function translateEscapes(text: string): string {
  return text.replace(/\\(?:([0-3][0-7]{0,2}|[4-7][0-7]?)|(\r\n|[\s\S])|$)/g, (_, octal?: string, char?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (char === "\n" || char === "\r" || char === "\r\n") return "";
    const escaped = ESCAPES.get(char ?? "");
    if (escaped !== undefined) return escaped;
    const invalid = (char ?? "\0").charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    throw new JavaException(
      "java.lang.IllegalArgumentException",
      `Invalid escape sequence: \\${char ?? "\0"} \\\\u${invalid}`,
    );
  });
}
