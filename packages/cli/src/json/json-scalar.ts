import type { JsonProblem } from "./check-json.js";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[^\s,:[\]{}"]+/y;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Reads the string, number or keyword at `start`. */
export function readScalar(text: string, start: number): { readonly end: number } | JsonProblem {
  if (text.charCodeAt(start) === QUOTE) return readString(text, start);
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0] ?? (text[start] as string);
  const end = start + word.length;
  NUMBER.lastIndex = start;
  const number = NUMBER.exec(text)?.[0];
  if (number?.length === word.length || word === "true" || word === "false" || word === "null") return { end };
  const shown = word.length > 40 ? `${word.slice(0, 40)}…` : word;
  if (/^[-+.\d]/.test(word)) return { message: `'${shown}' is not a JSON number`, start, end };
  return { message: `'${shown}' is not a JSON value`, hint: "a string needs double quotes around it", start, end };
}

// A loop, not a regular expression: on a string of some megabytes the engine's backtracking stack would overflow.
function readString(text: string, start: number): { readonly end: number } | JsonProblem {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return { end: at + 1 };
    if (code < 0x20) return controlCharacter(code, at);
    if (code !== BACKSLASH) continue;
    const sequence = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6))?.[0];
    if (sequence === undefined) return badEscape(text, at);
    at += sequence.length - 1;
  }
  return { message: "a string has no closing quote", start, end: text.length };
}

function controlCharacter(code: number, at: number): JsonProblem {
  const name = code === 0x0a || code === 0x0d ? "a line break" : code === 0x09 ? "a tab" : "a control character";
  return {
    message: `${name} inside a string`,
    hint: "JSON wants it escaped; $util.escapeJavaScript and $input.json do that",
    start: at,
    end: at + 1,
  };
}

function badEscape(text: string, at: number): JsonProblem {
  const message = `'${text.slice(at, at + 2)}' is not a JSON escape`;
  const problem = { message, start: at, end: Math.min(at + 2, text.length) };
  if (text[at + 1] !== "'") return problem;
  return {
    ...problem,
    hint: `$util.escapeJavaScript escapes the apostrophe; append .replaceAll("\\\\'", "'") to it`,
  };
}
