import { optional } from "../optional.js";
import type { Cursor } from "./cursor.js";
import { invalidPath } from "./exceptions.js";
import type { FunctionArgument, PathSyntax } from "./path-syntax.js";

const BLANK = /[ \t\r\n]/;

/**
 * The arguments of a path function, from its `(` on. Leaves the cursor behind the `)`; only after `()` it stays on the
 * `)`, which makes a property `)` of it if anything follows, as in Jayway.
 */
export const parseFunctionArguments = optional(
  "path functions",
  (cursor: Cursor, name: string, parsePath: (path: string) => PathSyntax): FunctionArgument[] => {
    if (!closes(cursor)) throw invalidPath(`Arguments to function: '${name}' are not closed properly.`);
    cursor.position++;
    if (cursor.current === ")") return [];
    return new ArgumentReader(cursor, parsePath).read(name);
  },
);

/** Whether as many parentheses are closed as opened; Jayway counts those in strings too. */
function closes(cursor: Cursor): boolean {
  let open = 0;
  for (let index = cursor.position; cursor.inBounds(index); index++) {
    const c = cursor.at(index);
    if (c === "(") open++;
    if (c === ")" && --open === 0) return true;
  }
  return false;
}

/**
 * Jayway's way through the arguments. It knows an argument by its first character and drops what starts otherwise
 * (arrays, words, single-quoted strings); a `)` that closes a call without arguments ends the argument around it.
 */
class ArgumentReader {
  readonly #cursor: Cursor;
  readonly #parsePath: (path: string) => PathSyntax;
  readonly #args: FunctionArgument[] = [];
  #kind: FunctionArgument["kind"] | undefined;
  #text = "";
  #parentheses = 1;
  #brackets = 0;
  #braces = 0;
  #quotes = 0;
  #ended = false;

  constructor(cursor: Cursor, parsePath: (path: string) => PathSyntax) {
    this.#cursor = cursor;
    this.#parsePath = parsePath;
  }

  read(name: string): FunctionArgument[] {
    const cursor = this.#cursor;
    let before = "";
    while (cursor.inBounds() && !this.#ended) {
      const c = cursor.current;
      cursor.position++;
      if (this.#kind === undefined && BLANK.test(c)) continue;
      this.#kind ??= kindOf(c);
      this.#count(c, before);
      if (c === ")" && (before === "(" || this.#parentheses < 0)) this.#text += c;
      if ((c === ")" || c === ",") && this.#isOutside(c)) this.#end();
      // The comma of a string gets lost too.
      if (this.#kind !== undefined && !(c === "," && this.#isOutsideBrackets() && this.#parentheses === 1)) {
        this.#text += c;
      }
      before = c;
    }
    if (this.#parentheses !== 0 || this.#braces > 0 || this.#brackets > 0) {
      throw invalidPath(`Arguments to function: '${name}' are not closed properly.`);
    }
    return this.#args;
  }

  #count(c: string, before: string): void {
    if (c === '"') this.#quotes += before !== "\\" && this.#quotes > 0 ? -1 : 1;
    else if (c === "(") this.#parentheses++;
    else if (c === ")") this.#parentheses--;
    else if (c === "[") this.#brackets++;
    else if (c === "]") this.#brackets--;
    else if (c === "{") this.#braces++;
    else if (c === "}") this.#braces--;
    if (this.#brackets < 0 || this.#braces < 0) {
      throw invalidPath(`Unexpected close bracket '${c}' at character position: ${this.#cursor.position}`);
    }
  }

  #isOutside(c: string): boolean {
    if (this.#quotes > 0 || !this.#isOutsideBrackets()) return false;
    return this.#parentheses === 1 || (this.#parentheses === 0 && c === ")");
  }

  #isOutsideBrackets(): boolean {
    return this.#braces === 0 && this.#brackets === 0;
  }

  #end(): void {
    this.#ended = this.#parentheses === 0;
    if (this.#kind === "json") this.#args.push({ kind: "json", text: this.#text });
    if (this.#kind === "path") this.#args.push({ kind: "path", path: this.#parsePath(this.#text) });
    this.#kind = undefined;
    this.#text = "";
  }
}

function kindOf(first: string): FunctionArgument["kind"] | undefined {
  if (/[$@]/.test(first)) return "path";
  return /[{\p{Nd}"-]/u.test(first) ? "json" : undefined;
}
