import { isAsciiDigit } from "./ascii.js";
import { code, type PatternReader } from "./pattern-reader.js";
import { type Quantified, type QuantifierMode, type RegexNode, UNBOUNDED } from "./syntax-tree.js";

/** Wraps the atom just read in the quantifier that follows, if any. Java takes one only: in `a{2}{3}` the second repeats nothing. */
export function parseQuantifier(reader: PatternReader, body: RegexNode): RegexNode {
  const bounds = parseBounds(reader);
  if (bounds === undefined) return body;
  const mode = parseMode(reader);
  const isOptional = bounds.min === 0 && bounds.max === 1;
  return isOptional ? { type: "optional", body, mode } : { type: "quantified", body, ...bounds, mode };
}

type Bounds = Pick<Quantified, "min" | "max">;

function parseBounds(reader: PatternReader): Bounds | undefined {
  switch (reader.peek()) {
    case code("?"):
      reader.next();
      return { min: 0, max: 1 };
    case code("*"):
      reader.next();
      return { min: 0, max: UNBOUNDED };
    case code("+"):
      reader.next();
      return { min: 1, max: UNBOUNDED };
    case code("{"):
      return parseCounts(reader);
    default:
      return undefined;
  }
}

function parseMode(reader: PatternReader): QuantifierMode {
  const next = reader.peek();
  if (next !== code("?") && next !== code("+")) return "greedy";
  reader.next();
  return next === code("?") ? "lazy" : "possessive";
}

/** At `{`: `{n}`, `{n,}` or `{n,m}`. */
function parseCounts(reader: PatternReader): Bounds {
  if (!isAsciiDigit(reader.at(++reader.position))) {
    reader.position++;
    throw reader.error("Illegal repetition");
  }
  const min = parseCount(reader);
  let max = min;
  if (reader.peek() === code(",")) {
    max = reader.next() === code("}") ? UNBOUNDED : parseCount(reader);
  }
  if (reader.peek() !== code("}")) {
    reader.position++;
    throw reader.error("Unclosed counted closure");
  }
  reader.next();
  if (max < min) throw reader.error("Illegal repetition range");
  return { min, max };
}

function parseCount(reader: PatternReader): number {
  let count = 0;
  for (let digit = reader.peek(); isAsciiDigit(digit); digit = reader.next()) {
    count = count * 10 + (digit - code("0"));
    if (count > UNBOUNDED) {
      reader.position++;
      throw reader.error("Illegal repetition range");
    }
  }
  return count;
}
