import { optional } from "../optional.js";
import { type CharSet, complementOf } from "./char-set.js";
import { code, type PatternReader } from "./pattern-reader.js";
import { keyedPropertySet, namedPropertySet } from "./unicode-property.js";

/** Parses the rest of `\pL`, `\p{name}` or `\p{key=value}`; the reader is at the `p`, or the `P` of a complement. */
export const parseProperty = optional("unicode properties", (reader: PatternReader): CharSet => {
  const isComplement = reader.peek() === code("P");
  const set = propertyNamed(reader, parseName(reader));
  return isComplement ? complementOf(set) : set;
});

function parseName(reader: PatternReader): string {
  if (reader.next() !== code("{")) {
    const name = String.fromCodePoint(reader.peek());
    reader.read();
    return name;
  }
  const start = ++reader.position;
  while (reader.at(reader.position) !== code("}")) {
    if (reader.position++ === reader.length) throw reader.error("Unclosed character family");
  }
  const name = reader.text(start, reader.position++);
  if (name === "") throw reader.error("Empty character family");
  return name;
}

function propertyNamed(reader: PatternReader, name: string): CharSet {
  const equals = name.indexOf("=");
  if (equals === -1) {
    const set = namedPropertySet(name, reader.flags);
    if (set === undefined) throw reader.error(`Unknown character property name {${name}}`);
    return set;
  }
  const key = name.slice(0, equals).toLowerCase();
  const value = name.slice(equals + 1);
  const set = keyedPropertySet(key, value, reader.flags);
  if (set === undefined) throw reader.error(`Unknown Unicode property {name=<${key}>, value=<${value}>}`);
  return set;
}
