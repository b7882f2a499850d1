import fc from "fast-check";

/** Names of members, with those that a JSONPath has to quote. */
export const KEYS = ["a", "b", "c", "l", "m", "n", "x y", "k-1", "it's", "a.b", "0", "length"] as const;

const scalar = fc.constantFrom<string | number | boolean | null>(
  ...[0, 1, 2, 3, -1, 10, 1.5, 1e20, 12345678901, true, false, null, "", "a", "A", "b", "1", "2.0", "true", "null"],
  ...["[1]", "{}", "it's", "x y", "$.a", "'q'"],
);

/** Small documents whose members often have the names that paths ask for. */
export const { value: jsonDocument } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    scalar,
    { weight: 3, arbitrary: fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 5 }) },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
  ),
}));
