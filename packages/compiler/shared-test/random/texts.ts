import fc from "fast-check";

/** One of some texts. */
export const oneOf = fc.constantFrom<string[]>;

/** Texts one after another. */
export const join = (...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((texts) => texts.join(""));

export const several = (
  item: fc.Arbitrary<string>,
  separator: string,
  constraints: fc.ArrayConstraints,
): fc.Arbitrary<string> => fc.array(item, constraints).map((items) => items.join(separator));
