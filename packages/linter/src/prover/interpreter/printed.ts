import { keptIn } from "../../remembered.js";
import { allChars, type CharSet, charRange, digits } from "../text/char-set.js";
import { blur, characters, concatenate, constant, jsonTypes, type Piece, type Pieces } from "../text/piece.js";
import { type Alternative, isSelfContained, type Value } from "../values/value.js";
import type { Machine } from "./machine.js";
import { renderTexts } from "./render-texts.js";
import type { State } from "./state.js";

const hexadecimal: CharSet = digits | charRange("a", "f");

const textsOfValues = new WeakMap<Value, readonly Pieces[]>();

/** The texts that a value may print as; a printed null is the empty text, as the service has it. */
export function printedTexts(machine: Machine, state: State, value: Value): readonly Pieces[] {
  const resolved = machine.resolve(value, state);
  const print = () => resolved.flatMap((one) => printAlternative(machine, state, one));
  return isSelfContained(resolved) ? keptIn(textsOfValues, resolved, print) : print();
}

/** The texts as one. */
export function printedText(machine: Machine, state: State, value: Value): Pieces {
  const texts = printedTexts(machine, state, value);
  const [only] = texts;
  if (texts.length === 1 && only) return only;
  const min = texts.every((text) => text.length > 0 && blur(text).min > 0) ? 1 : 0;
  return [{ ...blur(concatenate(...texts)), min }];
}

function printAlternative(machine: Machine, state: State, one: Alternative): readonly Pieces[] {
  switch (one.kind) {
    case "text":
      return [one.pieces];
    case "number":
      return [[printNumber(one)]];
    case "boolean":
      if (one.value === undefined) return [[json(jsonTypes.boolean)]];
      return [[constant(String(one.value))]];
    case "null":
    case "root":
      return [[]];
    case "map":
      // `$context` and the maps below it print as nothing.
      if (one.symbol.root === "context") return [[]];
      return one.empty === true ? [[constant("{}")]] : [javaText([one.symbol.key])];
    case "list":
      return [[json(jsonTypes.array, [one.symbol.key])]];
    case "made":
      return [printMade(machine, state, one)];
    case "items":
      if (one.isArray) return [[constant("[Ljava.lang.String;@"), characters(hexadecimal, 1)]];
      return [printItems(machine, state, one.items)];
    case "block":
      return machine.printBlock(
        one.node,
        () => renderTexts(machine, one.node.body, state),
        () => [javaText([])],
      );
    default:
      return [javaText([])];
  }
}

function printNumber({ integer, min, max }: Extract<Alternative, { kind: "number" }>): Piece {
  return integer && min === max && Number.isSafeInteger(min) ? constant(String(min)) : json(jsonTypes.number);
}

function printMade(machine: Machine, state: State, { type, site }: Extract<Alternative, { kind: "made" }>): Pieces {
  if (type === "list") return printItems(machine, state, machine.heap.items(site));
  const { known, others } = machine.heap.names(site);
  return known.length === 0 && !others ? [constant("{}")] : javaText([]);
}

/** A Java list: `[a, b]`. */
function printItems(machine: Machine, state: State, items: readonly Value[] | undefined): Pieces {
  if (items === undefined) return javaText([]);
  const texts = items.map((item) => printedText(machine, state, item));
  return concatenate([constant("[")], ...texts.flatMap((text, i) => (i === 0 ? [text] : [[constant(", ")], text])), [
    constant("]"),
  ]);
}

function json(types: number, origins: readonly string[] = []): Piece {
  return { kind: "json", types, origins };
}

/** What Java prints of maps and objects: not JSON, and never nothing. */
function javaText(origins: readonly string[]): Pieces {
  return [characters(allChars, 0, origins)];
}
