import type { Declared } from "../source/declared.js";

const MOST_STEPS = 16;

/** What a `$ref` into the same document leads to; `declared` itself where it is none. */
export function follow(declared: Declared | undefined, root: Declared): Declared | undefined {
  let current = declared;
  for (let steps = 0; current !== undefined; steps++) {
    const reference = current.get("$ref")?.text();
    if (reference === undefined) return current;
    const target: Declared | undefined =
      steps < MOST_STEPS && reference.startsWith("#/") ? root.get(...pointerKeys(reference)) : undefined;
    if (target === undefined) {
      const message = `${reference} leads nowhere in this document; what it should declare is left out`;
      current.evaluation.report(
        "definition-not-valid",
        current,
        message,
        "only references within the file are followed",
      );
    }
    current = target;
  }
  return undefined;
}

const pointerKeys = (reference: string): string[] =>
  reference
    .slice(2)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
