import { type Document, parseAllDocuments, type YAMLParseError } from "yaml";
import type { TextRange } from "../map/piece.js";

/** A YAML document, and the text that the parser was given in place of the file's. */
export interface ParsedYaml {
  readonly document: Document.Parsed;
  /** Those behind it in the file. */
  readonly others: readonly Document.Parsed[];
  /** What is wrong with the first, tabs that were read as blanks first. */
  readonly errors: readonly YAMLParseError[];
  readonly readAs: string;
}

const MOST_REPAIRS = 64;
/** Characters to parse again for repairs: each takes the whole file. */
const MOST_REPARSED = 4_000_000;

/**
 * Parses the documents of a file. Quoted scalars and flow collections whose continuation lines are not indented,
 * which YAML 1.2 forbids and PyYAML (so the AWS CLI, SAM and CloudFormation) reads, are read too: their line breaks
 * become blanks in what the parser gets. So do tabs that indent, which stay errors: nothing behind them is lost.
 */
export function parseYaml(source: string): ParsedYaml | undefined {
  let readAs = source;
  let parsed = parseOnce(readAs);
  const tabs: YAMLParseError[] = [];
  const most = Math.min(MOST_REPAIRS, MOST_REPARSED / source.length);
  for (let repairs = 0; repairs < most; repairs++) {
    const indenting = parsed?.errors.filter(({ code }) => code === "TAB_AS_INDENT") ?? [];
    if (indenting.length > 0) {
      tabs.push(...indenting);
      const blanks = withBlanks(readAs, indenting);
      if (blanks === readAs) break;
      readAs = blanks;
      parsed = parseOnce(readAs);
      continue;
    }
    const repaired = withJoinedLines(readAs, parsed?.errors ?? []);
    if (repaired === readAs) break;
    readAs = repaired;
    parsed = parseOnce(readAs);
  }
  return parsed && { ...parsed, errors: [...tabs, ...parsed.errors] };
}

/** `source` with the tabs at the errors turned into blanks. */
function withBlanks(source: string, errors: readonly YAMLParseError[]): string {
  let text = "";
  let from = 0;
  for (const { pos } of errors) {
    const [start, end] = [Math.max(pos[0], from), Math.max(pos[1], from)];
    text += source.slice(from, start) + source.slice(start, end).replaceAll("\t", " ");
    from = end;
  }
  return text + source.slice(from);
}

/**
 * `source` with what the errors cut off joined into one line: the first that can be, and those behind it up to an error
 * that is another mistake, or the consequence of one. Errors within what is joined follow from it.
 */
function withJoinedLines(source: string, errors: readonly YAMLParseError[]): string {
  let text = source;
  let joinedUpTo = 0;
  for (const error of errors) {
    if (error.pos[0] < joinedUpTo) continue;
    const range = cutOff(text, error);
    const joined = range && range.start >= joinedUpTo ? joinLines(text, range) : undefined;
    if (range !== undefined && joined !== undefined) {
      text = joined;
      joinedUpTo = range.end;
    } else if (joinedUpTo > 0) break;
  }
  return text;
}

function cutOff(source: string, error: YAMLParseError): TextRange | undefined {
  if (isFlowLayout(error)) return flowCollection(source, error);
  return isUnindentedQuote(error) ? quotedScalar(source, error) : undefined;
}

/** What the parser says of a collection that is indented too little, and of one that is not closed. */
function isFlowLayout(error: YAMLParseError): boolean {
  return error.code === "BAD_INDENT" && /^Flow \w+ in block collection/.test(error.message);
}

/** Scalars are texts here, and `readYaml` says what plain ones are: a schema asks each of its tags for each scalar. */
function parseOnce(source: string): ParsedYaml | undefined {
  const documents = withoutStacks(() =>
    parseAllDocuments(source, {
      keepSourceTokens: true,
      logLevel: "silent",
      prettyErrors: false,
      strict: false,
      uniqueKeys: false,
      schema: "failsafe",
    }),
  );
  const [document, ...others] = Array.isArray(documents) ? documents : [];
  return document && { document, others, errors: document.errors, readAs: source };
}

/** The parser makes an error of each tag that it does not know, such as `!Sub`; stacks are a tenth of its time. */
function withoutStacks<T>(run: () => T): T {
  const limit: unknown = Reflect.get(Error, "stackTraceLimit");
  // Other engines than V8 have none.
  if (typeof limit !== "number") return run();
  Reflect.set(Error, "stackTraceLimit", 0);
  try {
    return run();
  } finally {
    Reflect.set(Error, "stackTraceLimit", limit);
  }
}

function isUnindentedQuote(error: YAMLParseError): boolean {
  return error.code === "MISSING_CHAR" && /^Missing closing ["']/.test(error.message);
}

/** `source` with the line breaks in the range turned into blanks; `undefined` if there are none. */
function joinLines(source: string, { start, end }: TextRange): string | undefined {
  // An escaped line break keeps its backslash from escaping the blank.
  const joined = source.slice(start, end).replace(/\\?\r?\n/g, (lineBreak) => " ".repeat(lineBreak.length));
  const repaired = source.slice(0, start) + joined + source.slice(end);
  return repaired === source ? undefined : repaired;
}

/** The quoted scalar that `error` cuts off. */
function quotedScalar(source: string, error: YAMLParseError): TextRange | undefined {
  const quote = /^Missing closing (["'])/.exec(error.message)![1]!;
  const start = openingQuote(source, error.pos[0], quote);
  const end = start === undefined ? undefined : closingQuote(source, start, quote);
  return start === undefined || end === undefined ? undefined : { start, end };
}

const FARTHEST_OPENING = 200;

/** The flow collection that `error` cuts off. */
function flowCollection(source: string, error: YAMLParseError): TextRange | undefined {
  let lineEnd = error.pos[0];
  for (let lines = 0; lines < FARTHEST_OPENING && lineEnd >= 0; lines++) {
    const lineStart = source.lastIndexOf("\n", lineEnd - 1) + 1;
    const opening = /(?:^|[\s,:])([[{])/.exec(source.slice(lineStart, lineEnd));
    const start = opening === null ? -1 : lineStart + opening.index + opening[0].length - 1;
    const end = start < 0 ? undefined : closingBracket(source, start);
    if (end !== undefined && end > error.pos[0]) return { start, end };
    lineEnd = lineStart - 1;
  }
  return undefined;
}

/** Where the collection ends, if it holds no comment: a comment would swallow the joined lines. */
function closingBracket(source: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const character = source[at]!;
    if (character === "#" && /\s/.test(source[at - 1]!)) return undefined;
    if ((character === '"' || character === "'") && /[\s,:[{]/.test(source[at - 1]!)) {
      const end = closingQuote(source, at, character);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** The parser reports the end of the last line that it took; the scalar opens there or on a line before. */
function openingQuote(source: string, from: number, quote: string): number | undefined {
  const opening = /(?:^|[\s,[{:])(["'])(?=(?:(?!\1)[^\\]|\\.)*$)/s;
  let lineEnd = from + 1;
  for (let lines = 0; lines < FARTHEST_OPENING && lineEnd > 0; lines++) {
    const lineStart = source.lastIndexOf("\n", lineEnd - 2) + 1;
    const match = opening.exec(source.slice(lineStart, lineEnd));
    if (match?.[1] === quote) return lineStart + match.index + match[0].length - 1;
    lineEnd = lineStart;
  }
  return undefined;
}

function closingQuote(source: string, start: number, quote: string): number | undefined {
  for (let at = start + 1; at < source.length; at++) {
    if (quote === '"' && source[at] === "\\") at++;
    else if (source[at] === quote) {
      if (quote === '"' || source[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return undefined;
}
