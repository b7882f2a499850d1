import type { TextRange } from "@apigw-vtl/definitions";
import { diffArrays } from "diff";
import type { Node } from "jsonc-parser";
import type { JsonDifference } from "./json-difference.js";
import { membersOf } from "./json-tree.js";
import { isSameNumber } from "./same-number.js";

/** A document and its text. */
export interface JsonSide {
  readonly text: string;
  readonly root: Node;
}

/** How much the actual document may have beyond the expected one: in a subset, members of objects. */
export type JsonComparison = "equal" | "subset";

/** How many differences are worth telling: after so many the first ones have scrolled away. */
const MOST_DIFFERENCES = 100;

/** All differences, in the order of the actual document. */
export function jsonDifferences(expected: JsonSide, actual: JsonSide, comparison: JsonComparison): JsonDifference[] {
  const comparer = new Comparer(expected.text, actual.text, comparison);
  comparer.compare(expected.root, actual.root, "$");
  return comparer.found.slice(0, MOST_DIFFERENCES);
}

class Comparer {
  readonly found: JsonDifference[] = [];

  constructor(
    private readonly expectedText: string,
    private readonly actualText: string,
    private readonly comparison: JsonComparison,
  ) {}

  compare(expected: Node, actual: Node, path: string): void {
    if (expected.type !== actual.type) this.#differ(expected, actual, path);
    else if (expected.type === "object") this.#compareObjects(expected, actual, path);
    else if (expected.type === "array") this.#compareArrays(expected, actual, path);
    else if (!this.#isSameScalar(expected, actual)) this.#differ(expected, actual, path);
  }

  #compareObjects(expected: Node, actual: Node, path: string): void {
    const [wanted, present] = [membersOf(expected), membersOf(actual)];
    for (const [name, { key, value }] of present) {
      const other = wanted.get(name);
      if (other !== undefined) this.compare(other.value, value, path + stepOf(name));
      else if (this.comparison === "equal") this.#unexpected(value, path + stepOf(name), rangeOf(key, value));
    }
    for (const [name, { value }] of wanted) {
      if (!present.has(name)) this.#missing(value, path + stepOf(name), actual);
    }
  }

  /** Of lists of different lengths, what came in and what is gone; else one item after the other. */
  #compareArrays(expected: Node, actual: Node, path: string): void {
    const [wanted, present] = [expected.children ?? [], actual.children ?? []];
    if (wanted.length === present.length) {
      for (const [i, item] of present.entries()) {
        const other = wanted[i];
        if (other !== undefined) this.compare(other, item, `${path}[${i}]`);
      }
      return;
    }
    const changes = diffArrays([...wanted], [...present], { comparator: (one, other) => this.#isSame(one, other) });
    let index = 0;
    for (const [i, { value, added, removed }] of changes.entries()) {
      if (removed) {
        const next = changes[i + 1];
        // An item that has changed stands there as one that is gone and one that came in its place.
        const replaced = next?.added ? Math.min(value.length, next.value.length) : 0;
        for (const [j, item] of value.entries()) {
          const other = j < replaced ? next?.value[j] : undefined;
          if (other !== undefined) this.compare(item, other, `${path}[${index + j}]`);
          else this.#missing(item, `${path}[${index + j}]`, actual);
        }
        if (next?.added) {
          for (const [j, item] of next.value.entries())
            if (j >= replaced) this.#unexpected(item, `${path}[${index + j}]`, rangeOf(item, item));
          index += next.value.length;
        }
      } else if (added) {
        if (changes[i - 1]?.removed) continue;
        for (const [j, item] of value.entries()) this.#unexpected(item, `${path}[${index + j}]`, rangeOf(item, item));
        index += value.length;
      } else index += value.length;
    }
  }

  #isSame(expected: Node, actual: Node): boolean {
    const inner = new Comparer(this.expectedText, this.actualText, this.comparison);
    inner.compare(expected, actual, "");
    return inner.found.length === 0;
  }

  #isSameScalar(expected: Node, actual: Node): boolean {
    if (expected.type !== "number") return expected.value === actual.value;
    return isSameNumber(textOf(expected, this.expectedText), textOf(actual, this.actualText));
  }

  #differ(expected: Node, actual: Node, path: string): void {
    this.found.push({
      path,
      expected: textOf(expected, this.expectedText),
      actual: textOf(actual, this.actualText),
      at: rangeOf(actual, actual),
    });
  }

  #unexpected(actual: Node, path: string, at: TextRange): void {
    this.found.push({ path, actual: textOf(actual, this.actualText), at });
  }

  #missing(expected: Node, path: string, around: Node): void {
    this.found.push({ path, expected: textOf(expected, this.expectedText), at: rangeOf(around, around) });
  }
}

/** `.name`, or `['odd name']`, as a JSONPath has it. */
function stepOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function textOf({ offset, length }: Node, text: string): string {
  return text.slice(offset, offset + length);
}

function rangeOf(first: Node, last: Node): TextRange {
  return { start: first.offset, end: last.offset + last.length };
}
