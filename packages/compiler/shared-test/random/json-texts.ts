import fc from "fast-check";
import { jsonDocument } from "./json-documents.js";
import type { RandomTemplate } from "./random-template.js";

const number = fc.oneof(
  fc.constantFrom(
    ...[
      "0",
      "-0",
      "00",
      "01",
      "-",
      "+1",
      "1.",
      ".5",
      "1.0",
      "1.50",
      "-0.0",
      "1e3",
      "1E3",
      "1e+3",
      "1e-3",
      "1e",
      "1e400",
    ],
    ...["-1e400", "1e-400", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808"],
    ...[
      "-9223372036854775809",
      "1234567890123456789012",
      "0.1234567890123456789",
      "123456789.123456789123",
      "1.5f",
      "1d",
    ],
    ...[
      "1_000",
      "0x1F",
      "NaN",
      "Infinity",
      "4.9e-324",
      "1.7976931348623157e308",
      "100000000000000000.0",
      "1e22",
      "1e23",
    ],
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.maxSafeInteger().map(String),
);
const word = fc.constantFrom(
  "true",
  "false",
  "null",
  "True",
  "nul",
  "truex",
  "a",
  "a b",
  "a-b",
  "é",
  "'a'",
  "NaN",
  "$x",
  "#",
);
const stringContent = fc
  .array(
    fc.constantFrom(
      ...[
        "a",
        "b",
        " ",
        "é",
        "\u20ac",
        "\ud83d\ude00",
        "\\n",
        "\\t",
        "\\/",
        "\\\\",
        '\\"',
        "\\'",
        "\\u0041",
        "\\u00e9",
        "\\x",
        "\\u12",
      ],
      ...[
        "\u007f",
        "\u0001",
        "\t",
        "\n",
        "'",
        "/",
        "<",
        "&",
        "\u2028",
        "\\u2028",
        "\\b",
        "\\f",
        "\\r",
        "\\0",
        "\\v",
        "\\a",
      ],
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));
const quoted = fc.oneof(
  { weight: 4, arbitrary: stringContent.map((text) => `"${text}"`) },
  stringContent.map((text) => `'${text.replaceAll("'", "")}'`),
);
const blank = fc.constantFrom("", "", "", " ", "\n", "\t", "\r\n", "\f", "\u00a0");

/** JSON as json-smart's permissive parser meets it: values, keys and separators that it takes, overlooks or refuses. */
const { value } = fc.letrec<{ value: string }>((tie) => {
  const key = fc.oneof({ weight: 3, arbitrary: quoted }, word, number);
  const item = fc.tuple(blank, tie("value"), blank).map((parts) => parts.join(""));
  const entry = fc
    .tuple(blank, key, blank, fc.constantFrom(":", ":", ":", ":", "", "="), item)
    .map((parts) => parts.join(""));
  const list = (items: readonly string[], end: string) => items.join(",") + end;
  return {
    value: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      { weight: 2, arbitrary: number },
      { weight: 2, arbitrary: quoted },
      word,
      fc
        .tuple(
          fc.array(item, { maxLength: 3 }),
          fc.constantFrom("", "", "", "", ",", ",,"),
          fc.constantFrom("]", "]", "]", "]", "}", ""),
        )
        .map(([items, end, close]) => `[${list(items, end)}${close}`),
      fc
        .tuple(
          fc.array(entry, { maxLength: 3 }),
          fc.constantFrom("", "", "", "", ",", ",,"),
          fc.constantFrom("}", "}", "}", "}", "]", ""),
        )
        .map(([items, end, close]) => `{${list(items, end)}${close}`),
    ),
  };
});

export const jsonTextTemplate: fc.Arbitrary<RandomTemplate> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: value },
      fc.tuple(blank, value, blank).map((parts) => parts.join("")),
      jsonDocument.map((document) => JSON.stringify(document)),
    ),
    fc.constantFrom(
      "$input.json('$')|$input.path('$')",
      "$input.path('$')|$input.body",
      "#set($v = $input.path('$'))$v $v.size() $v.class.name",
      "#foreach($x in $input.path('$'))$x:$x.a;#end",
      "$input.json('$.a')|$input.path('$.b')",
    ),
  )
  // A document that is just `null` is the reference engine's own, see its README.
  .filter(([body]) => body.trim() !== "null")
  .map(([body, template]) => ({ body, template }));
