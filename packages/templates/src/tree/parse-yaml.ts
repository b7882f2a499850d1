import { type Document, parseAllDocuments, type YAMLParseError } from "yaml";

/** A YAML document, and the text that the parser was given in place of the file's. */
export interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly readAs: string;
}

const MOST_REPAIRS = 64;

/**
 * Parses the first document of a file. Quoted scalars whose continuation lines are not indented, which YAML 1.2
 * forbids and PyYAML (so the AWS CLI, SAM and CloudFormation) reads, are read too: their line breaks become blanks in
 * what the parser gets.
 */
export function parseYaml(source: string): ParsedYaml | undefined {
  let readAs = source;
  let parsed = parseOnce(readAs);
  for (let repairs = 0; repairs < MOST_REPAIRS; repairs++) {
    const broken = parsed?.document.errors.find(isUnindentedQuote);
    const repaired = broken && joinQuotedLines(readAs, broken);
    if (repaired === undefined) break;
    readAs = repaired;
    parsed = parseOnce(readAs);
  }
  return parsed;
}

/** Errors of layout alone, which leave nothing of the file unread. */
export function isTolerated(error: YAMLParseError): boolean {
  return error.code === "BAD_INDENT" && /^Flow \w+ in block collection/.test(error.message);
}

function parseOnce(source: string): ParsedYaml | undefined {
  const documents = parseAllDocuments(source, {
    keepSourceTokens: true,
    logLevel: "silent",
    prettyErrors: false,
    strict: false,
    uniqueKeys: false,
    schema: "core",
  });
  const document = Array.isArray(documents) ? documents[0] : undefined;
  return document && { document, readAs: source };
}

function isUnindentedQuote(error: YAMLParseError): boolean {
  return error.code === "MISSING_CHAR" && /^Missing closing ["']/.test(error.message);
}

/** `source` with the line breaks of the quoted scalar that `error` cuts off turned into blanks. */
function joinQuotedLines(source: string, error: YAMLParseError): string | undefined {
  const quote = /^Missing closing (["'])/.exec(error.message)![1]!;
  const start = openingQuote(source, error.pos[0], quote);
  const end = start === undefined ? undefined : closingQuote(source, start, quote);
  if (start === undefined || end === undefined) return undefined;
  const scalar = source.slice(start, end);
  // An escaped line break keeps its backslash from escaping the blank.
  const joined = scalar.replace(/\\?\r?\n/g, (lineBreak) => " ".repeat(lineBreak.length));
  return joined === scalar ? undefined : source.slice(0, start) + joined + source.slice(end);
}

/** The parser reports the end of the first line that it took; the scalar opens somewhere before. */
function openingQuote(source: string, from: number, quote: string): number | undefined {
  const lineStart = source.lastIndexOf("\n", from - 1) + 1;
  const line = source.slice(lineStart, from + 1);
  const opening = /(?:^|[\s,[{:])(["'])(?=(?:(?!\1)[^\\]|\\.)*$)/s;
  const match = opening.exec(line);
  return match?.[1] === quote ? lineStart + match.index + match[0].length - 1 : undefined;
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
