import { JavaException } from "../value.js";
import { parseIndexes, parseSlice } from "./array-syntax.js";
import { Cursor } from "./cursor.js";
import { invalidPath } from "./exceptions.js";
import { parseFilter } from "./filter-parser.js";
import { parseFunctionArguments } from "./function-arguments.js";
import type { PathSyntax, PathToken } from "./path-syntax.js";
import { unescapeQuoted } from "./unescape-quoted.js";

/** Filters in paths in filters, and brackets in filters. Java would overflow its stack. */
const MAX_NESTING = 100;
/** A path that takes longer to follow than any real one; the steps call one another. */
const MAX_TOKENS = 500;

/**
 * The path as Jayway 2.9.0 reads it; `$.` is put before one that starts otherwise, and be it with a blank. Throws
 * InvalidPathException. `nesting` is how deep in filters and function arguments of other paths it stands.
 */
export function parsePath(path: string, nesting = 0): PathSyntax {
  try {
    const cursor = new Cursor(/^[$@]/.test(path) ? path : `$.${path}`).trim();
    if (cursor.at(cursor.last) === ".") throw invalidPath("Path must not end with a '.' or '..'");
    return readPath(cursor, nesting);
  } catch (error) {
    // Jayway makes an invalid path of whatever went wrong.
    if (error instanceof JavaException) throw invalidPath(error.message);
    throw error;
  }
}

/** An argument of a function, which starts with its root. Throws as Java does. */
function parseArgument(path: string, nesting: number): PathSyntax {
  return readPath(new Cursor(path), nesting);
}

function readPath(cursor: Cursor, nesting: number): PathSyntax {
  if (nesting > MAX_NESTING) throw invalidPath("Path is nested too deeply");
  return invertScan(new PathParser(cursor, nesting).parse());
}

/** A function after a scan is called once, with what the scan finds: `$..a.sum()` is `$.sum($..a)`. */
function invertScan(path: PathSyntax): PathSyntax {
  const { root, tokens } = path;
  if (tokens[0]?.kind !== "scan" || tokens.at(-1)?.kind !== "function") return path;
  const at = tokens.findIndex(({ kind }) => kind === "function");
  const scanned: PathSyntax = { root, tokens: tokens.slice(0, at) };
  return {
    root,
    isInverted: true,
    tokens: tokens
      .slice(at)
      .map((token, index) =>
        index === 0 && token.kind === "function" ? { ...token, args: [{ kind: "path", path: scanned }] } : token,
      ),
  };
}

class PathParser {
  readonly #cursor: Cursor;
  readonly #nesting: number;
  readonly #tokens: PathToken[] = [];

  constructor(cursor: Cursor, nesting: number) {
    this.#cursor = cursor;
    this.#nesting = nesting;
  }

  parse(): PathSyntax {
    const cursor = this.#cursor;
    const root = cursor.current === "@" ? "@" : "$";
    if (!cursor.isTail) {
      cursor.position++;
      if (cursor.current !== "." && cursor.current !== "[") {
        throw invalidPath(`Illegal character at position ${cursor.position} expected '.' or '['`);
      }
      do this.#readToken();
      while (!cursor.isTail);
    }
    return { root, tokens: this.#tokens };
  }

  #append(token: PathToken): void {
    if (this.#tokens.length >= MAX_TOKENS) throw invalidPath("Path is too long");
    this.#tokens.push(token);
  }

  #readToken(): void {
    const cursor = this.#cursor;
    if (cursor.current === ".") this.#readDots();
    const start = cursor.position;
    const isRead =
      cursor.current === "["
        ? this.#readNames() || this.#readArrayAccess() || this.#readWildcard() || this.#readFilter()
        : this.#readWildcard() || this.#readNameOrFunction();
    if (!isRead) throw invalidPath(`Could not parse token starting at position ${start}`);
  }

  #readDots(): void {
    const cursor = this.#cursor;
    if (cursor.text[cursor.position + 1] === "." && cursor.inBounds(cursor.position + 1)) {
      this.#append({ kind: "scan" });
      cursor.position += 2;
    } else {
      cursor.position++;
    }
    if (cursor.current === ".") throw invalidPath(`Character '.' on position ${cursor.position} is not valid.`);
  }

  /** `name` or `name(…)` */
  #readNameOrFunction(): boolean {
    const cursor = this.#cursor;
    const start = cursor.position;
    if (cursor.current === " ") return false;
    let end = start;
    while (cursor.inBounds(end) && !".[( ".includes(cursor.at(end))) end++;
    if (cursor.inBounds(end) && cursor.at(end) === " ") {
      throw invalidPath(
        `Use bracket notion ['my prop'] if your property contains blank characters. position: ${start}`,
      );
    }
    const name = cursor.text.slice(start, end);
    cursor.position = end;
    if (cursor.inBounds() && cursor.current === "(") {
      const parse = (path: string) => parseArgument(path, this.#nesting + 1);
      this.#append({ kind: "function", name, args: parseFunctionArguments(cursor, name, parse) });
    } else {
      this.#append({ kind: "property", names: [name] });
    }
    return true;
  }

  /** `*` or `[*]` */
  #readWildcard(): boolean {
    const cursor = this.#cursor;
    if (cursor.current === "*") {
      cursor.position++;
    } else {
      if (cursor.current !== "[" || cursor.nextSignificant() !== "*") return false;
      const star = cursor.significantAfter();
      if (cursor.nextSignificant(star) !== "]") {
        throw invalidPath(`Expected wildcard token to end with ']' on position ${star + 1}`);
      }
      cursor.position = cursor.significantAfter(star) + 1;
    }
    this.#append({ kind: "wildcard" });
    return true;
  }

  /** `[?( … )]` */
  #readFilter(): boolean {
    const cursor = this.#cursor;
    const mark = cursor.indexOfNextSignificant("?");
    if (mark === -1) return false;
    const open = cursor.indexOfNextSignificant("(", mark);
    if (open === -1) return false;
    const close = cursor.indexOfClosing("(", ")", open, true);
    if (close === -1 || cursor.nextSignificant(close) !== "]") return false;
    this.#append({ kind: "filter", filter: parseFilter(cursor.text.slice(open, close + 1), this.#nesting + 1) });
    cursor.position = cursor.significantAfter(close) + 1;
    return true;
  }

  /** `[1]`, `[1,2]`, `[1:]`, `[:2]`, `[1:2]` */
  #readArrayAccess(): boolean {
    const cursor = this.#cursor;
    if (!/[0-9:-]/.test(cursor.nextSignificant())) return false;
    const close = cursor.indexOf("]", cursor.position + 1);
    if (close === -1) return false;
    const expression = cursor.text.slice(cursor.position + 1, close).replace(/^ +| +$/g, "");
    if (!/^[0-9,: -]*$/.test(expression)) return false;
    this.#append(
      expression.includes(":")
        ? { kind: "slice", ...parseSlice(expression) }
        : { kind: "index", indexes: parseIndexes(expression) },
    );
    cursor.position = close + 1;
    return true;
  }

  /** `['a']`, `["a"]`, `['a','b']`. Between the names Jayway skips whatever is neither a comma nor a quote. */
  #readNames(): boolean {
    const cursor = this.#cursor;
    const quote = cursor.nextSignificant();
    if (quote !== "'" && quote !== '"') return false;
    const names: string[] = [];
    let afterComma = false;
    let closed = 0;
    for (let index = cursor.position + 1; cursor.inBounds(index); index++) {
      const c = cursor.at(index);
      if (c === "\\") {
        index++;
      } else if (c === quote) {
        const open = index;
        closed = cursor.indexOfUnescaped(quote, open);
        if (closed === -1) throw invalidPath(`Property has not been closed - missing closing ${quote}`);
        if (!",]".includes(cursor.nextSignificant(closed))) {
          throw invalidPath(`Property must be separated by comma or terminated by a square bracket at index ${closed}`);
        }
        names.push(unescapeQuoted(cursor.text.slice(open + 1, closed)));
        afterComma = false;
        index = closed;
      } else if (c === "," || c === "]") {
        if (afterComma) throw invalidPath(`Found empty property at index ${index}`);
        if (c === "]") break;
        afterComma = true;
      }
    }
    const end = cursor.indexOfNextSignificant("]", closed);
    if (end === -1) throw invalidPath("Property has not been closed - missing closing ]");
    cursor.position = end + 1;
    this.#append({ kind: "property", names });
    return true;
  }
}
