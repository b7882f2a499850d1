import { keptIn, remembered, rememberedByKey } from "../../remembered.js";

/**
 * Where a JSON text stands after some of its characters: the lexical position, and the arrays and objects that are
 * open, as `[` and `{`.
 */
export interface JsonPosition {
  readonly at: JsonPlace;
  readonly open: string;
  /** What is left of `true`, `false` or `null`, or the number of hexadecimal digits to come after `\u`. */
  readonly rest: string;
  /** Whether the string that is open is a member's name. */
  readonly isName: boolean;
}

export type JsonPlace =
  | "value"
  | "array-start"
  | "object-start"
  | "name"
  | "colon"
  | "after-value"
  | "string"
  | "escape"
  | "unicode"
  | "literal"
  | "minus"
  | "zero"
  | "integer"
  | "point"
  | "fraction"
  | "exponent"
  | "exponent-sign"
  | "exponent-digits"
  /** In an unquoted text, which JSON does not have. */
  | "word";

export const jsonStart: JsonPosition = { at: "value", open: "", rest: "", isName: false };

/** Deeper than any template nests by itself, so that a loop that opens without closing comes to an end. */
const DEEPEST = 48;

export function positionKey({ at, open, rest, isName }: JsonPosition): string {
  return `${at}${rest}${isName ? "n" : ""}${open}`;
}

/** Whether the text may end here. */
export function isComplete({ at, open }: JsonPosition): boolean {
  return open === "" && (at === "after-value" || endsNumber(at));
}

/** Where characters lead, by position: there are few of them, and very many characters. */
const transitions = remembered((position: JsonPosition) =>
  rememberedByKey((char: string) => shared(take(position, char))),
);
const positions = new Map<string, JsonPosition>();
const MOST_POSITIONS = 5000;

/** One character further; `undefined` if JSON has no such text. */
export function step(position: JsonPosition, char: string): JsonPosition | undefined {
  if (position.at === "string" && char !== '"' && char !== "\\" && char >= " ") return position;
  return transitions(position)(char);
}

/** One object for equal positions. */
function shared(position: JsonPosition | undefined): JsonPosition | undefined {
  if (position === undefined) return undefined;
  if (positions.size > MOST_POSITIONS) positions.clear();
  return keptIn(positions, positionKey(position), () => position);
}

function take(position: JsonPosition, char: string): JsonPosition | undefined {
  const { at } = position;
  switch (at) {
    case "string":
      if (char === '"') return { ...position, at: position.isName ? "colon" : "after-value", isName: false };
      if (char === "\\") return { ...position, at: "escape" };
      return char < " " ? undefined : position;
    case "escape":
      if (char === "u") return { ...position, at: "unicode", rest: "4" };
      return '"\\/bfnrt'.includes(char) ? { ...position, at: "string" } : undefined;
    case "unicode":
      if (!/[0-9a-fA-F]/.test(char)) return undefined;
      return position.rest === "1"
        ? { ...position, at: "string", rest: "" }
        : { ...position, rest: String(Number(position.rest) - 1) };
    case "literal":
      if (char !== position.rest[0]) return undefined;
      return position.rest.length === 1
        ? { ...position, at: "after-value", rest: "" }
        : { ...position, rest: position.rest.slice(1) };
    case "value":
    case "array-start":
    case "object-start":
    case "name":
    case "colon":
    case "after-value":
      return isWhitespace(char) ? position : structural(position, char);
    default:
      return number(position, char);
  }
}

function structural(position: JsonPosition, char: string): JsonPosition | undefined {
  const { at, open } = position;
  switch (at) {
    case "array-start":
      return char === "]" ? close(position, "[") : startValue(position, char);
    case "object-start":
      return char === "}" ? close(position, "{") : startName(position, char);
    case "name":
      return startName(position, char);
    case "colon":
      return char === ":" ? { ...position, at: "value" } : undefined;
    case "after-value":
      if (char === "]") return close(position, "[");
      if (char === "}") return close(position, "{");
      if (char !== "," || open === "") return undefined;
      return { ...position, at: open.endsWith("[") ? "value" : "name" };
    default:
      return startValue(position, char);
  }
}

function startName(position: JsonPosition, char: string): JsonPosition | undefined {
  return char === '"' ? { ...position, at: "string", isName: true } : undefined;
}

function startValue(position: JsonPosition, char: string): JsonPosition | undefined {
  switch (char) {
    case '"':
      return { ...position, at: "string" };
    case "[":
    case "{":
      if (position.open.length >= DEEPEST) return undefined;
      return { ...position, at: char === "[" ? "array-start" : "object-start", open: position.open + char };
    case "t":
      return { ...position, at: "literal", rest: "rue" };
    case "f":
      return { ...position, at: "literal", rest: "alse" };
    case "n":
      return { ...position, at: "literal", rest: "ull" };
    case "-":
      return { ...position, at: "minus" };
    case "0":
      return { ...position, at: "zero" };
    default:
      return isDigit(char) ? { ...position, at: "integer" } : undefined;
  }
}

function close(position: JsonPosition, opener: string): JsonPosition | undefined {
  if (!position.open.endsWith(opener)) return undefined;
  return { ...position, at: "after-value", open: position.open.slice(0, -1) };
}

function number(position: JsonPosition, char: string): JsonPosition | undefined {
  const next = nextInNumber(position.at, char);
  if (next !== undefined) return { ...position, at: next };
  return endsNumber(position.at) ? take({ ...position, at: "after-value" }, char) : undefined;
}

function nextInNumber(at: JsonPlace, char: string): JsonPlace | undefined {
  const isExponent = char === "e" || char === "E";
  switch (at) {
    case "minus":
      return char === "0" ? "zero" : isDigit(char) ? "integer" : undefined;
    case "zero":
      return char === "." ? "point" : isExponent ? "exponent" : undefined;
    case "integer":
      return isDigit(char) ? "integer" : char === "." ? "point" : isExponent ? "exponent" : undefined;
    case "point":
    case "fraction":
      return isDigit(char) ? "fraction" : isExponent && at === "fraction" ? "exponent" : undefined;
    case "exponent":
      return isDigit(char) ? "exponent-digits" : char === "+" || char === "-" ? "exponent-sign" : undefined;
    default:
      return isDigit(char) ? "exponent-digits" : undefined;
  }
}

function endsNumber(at: JsonPlace): boolean {
  return at === "zero" || at === "integer" || at === "fraction" || at === "exponent-digits";
}

function isDigit(char: string): boolean {
  return char >= "0" && char <= "9";
}

function isWhitespace(char: string): boolean {
  return char === " " || char === "\n" || char === "\r" || char === "\t";
}

/** The first offset at which a text is no JSON, its length if it ends too early, `undefined` if it is JSON. */
export function findJsonError(text: string): number | undefined {
  let position = jsonStart;
  // Concrete texts may nest as deeply as they like: the stack is cut at what `step` admits, and put back.
  const hidden: string[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    if (position.open.length >= DEEPEST - 1) {
      hidden.push(position.open.slice(0, -1));
      position = { ...position, open: position.open.slice(-1) };
    } else if (position.open.length === 1 && hidden.length > 0) {
      position = { ...position, open: hidden.pop()! + position.open };
    }
    const next = step(position, text[offset]!);
    if (next === undefined) return offset;
    position = next;
  }
  return isComplete(position) && hidden.length === 0 ? undefined : text.length;
}
