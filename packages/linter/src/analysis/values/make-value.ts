import { joinKinds, kindSet, withoutKind } from "../kind-sets.js";
import { type Kind, type Origin, type TextNature, type TextPart, textNatures, type Value } from "../value.js";

const MOST_TEXTS = 6;
const MOST_PARTS = 60;

/** What any part of a request's JSON can be. */
export const anyJson: readonly Kind[] = ["empty", "string", "number", "boolean", "map", "list"];

interface ValueSettings {
  readonly texts?: Value["texts"];
  readonly origin?: Origin;
  readonly made?: boolean;
  readonly item?: Value;
}

export function makeValue(kinds: Iterable<Kind>, nature: TextNature, settings: ValueSettings = {}): Value {
  const { texts, origin, made = false, item } = settings;
  return { kinds: kindSet(kinds), nature, texts, origin, made, item };
}

/** What every reference without a value is. */
export const emptyValue = makeValue(["empty"], "constant", { texts: [[]] });

export function constantText(text: string): Value {
  return makeValue(text === "" ? ["empty"] : ["string"], "constant", {
    texts: [text === "" ? [] : [{ kind: "text", text }]],
  });
}

export function numberValue(text?: string): Value {
  return makeValue(["number"], "constant", text === undefined ? {} : { texts: [[{ kind: "text", text }]] });
}

/** A text of the request that was tested for a number. */
export const testedNumber = makeValue(["number"], "service");

export function booleanValue(value?: boolean): Value {
  return makeValue(
    ["boolean"],
    "constant",
    value === undefined ? {} : { texts: [[{ kind: "text", text: String(value) }]] },
  );
}

/** Something of which only the text matters, and that may be missing. */
export function textValue(nature: TextNature, origin?: Origin): Value {
  return makeValue(["empty", "string"], nature, origin === undefined ? {} : { origin });
}

export function worseNature(a: TextNature, b: TextNature): TextNature {
  return textNatures[Math.max(textNatures.indexOf(a), textNatures.indexOf(b))]!;
}

/** What is either of two values; the first one itself if the second is nothing that it is not. */
export function joinValues(a: Value, b: Value): Value {
  if (a === b) return a;
  const joined: Value = {
    kinds: joinKinds(a.kinds, b.kinds),
    nature: worseNature(a.nature, b.nature),
    texts: joinTexts(a.texts, b.texts),
    origin: a.origin && b.origin && isSameOrigin(a.origin, b.origin) ? a.origin : undefined,
    made: a.made || b.made,
    item: a.item && b.item ? joinValues(a.item, b.item) : (a.item ?? b.item),
  };
  return isSameValue(a, joined) ? a : joined;
}

function isSameValue(a: Value, b: Value): boolean {
  return (
    a.kinds === b.kinds &&
    a.nature === b.nature &&
    a.texts === b.texts &&
    a.origin === b.origin &&
    a.made === b.made &&
    a.item === b.item
  );
}

function isSameOrigin(a: Origin, b: Origin): boolean {
  return (
    a === b || (a.root === b.root && a.path.length === b.path.length && a.path.every((step, i) => step === b.path[i]))
  );
}

/** The text of one value after the other. */
export function concatenate(a: Value, b: Value): Value {
  const texts =
    a.texts && b.texts && a.texts.length * b.texts.length <= MOST_TEXTS
      ? a.texts.flatMap((left) => b.texts!.map((right) => [...left, ...right]))
      : undefined;
  const kinds: Kind[] = a.kinds.has("empty") && b.kinds.has("empty") ? ["empty", "string"] : ["string"];
  return makeValue(kinds, worseNature(a.nature, b.nature), withTexts(limited(texts)));
}

/** A value without the possibility that it is missing. */
export function present(value: Value): Value {
  return value.kinds.has("empty") ? { ...value, kinds: withoutKind(value.kinds, "empty") } : value;
}

/** The constant text of a value, if it has only one. */
export function constantOf(value: Value): string | undefined {
  const [only, ...others] = value.texts ?? [];
  return only === undefined || others.length > 0 ? undefined : plainText(only);
}

/** The text of parts that are all constant. */
function plainText(parts: readonly TextPart[]): string | undefined {
  let text = "";
  for (const part of parts) {
    if (part.kind !== "text") return undefined;
    text += part.text;
  }
  return text;
}

export function originKey({ root, path }: Origin): string {
  return JSON.stringify([root, ...path]);
}

export function withTexts(texts: Value["texts"]): ValueSettings {
  return texts === undefined ? {} : { texts };
}

function joinTexts(a: Value["texts"], b: Value["texts"]): Value["texts"] {
  if (!a || !b) return undefined;
  if (a === b) return a;
  const known = new Map([...a, ...b].map((parts) => [textKey(parts), parts]));
  return known.size === a.length ? limited(a) : limited([...known.values()]);
}

function limited(texts: Value["texts"]): Value["texts"] {
  if (!texts || texts.length > MOST_TEXTS || texts.some((parts) => parts.length > MOST_PARTS)) return undefined;
  return texts;
}

function textKey(parts: readonly TextPart[]): string {
  return JSON.stringify(parts.map((part) => (part.kind === "text" ? part.text : part.reference.range.start)));
}
