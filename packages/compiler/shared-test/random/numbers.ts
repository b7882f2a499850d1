import fc from "fast-check";
import type { RandomTemplate } from "./random-template.js";
import { join, oneOf } from "./texts.js";

/** Where Java's kinds of numbers begin and end, and what is next to that. */
const EDGES = [
  ...["0", "-0", "1", "-1", "7", "10", "100", "127", "128", "-128", "32767", "-32769", "2147483647", "-2147483648"],
  ...["2147483648", "-2147483649", "9007199254740991", "9007199254740993", "9223372036854775807"],
  ...["-9223372036854775808", "9223372036854775808", "18446744073709551616", "123456789012345678901234567890"],
  ...["0.0", "-0.0", "0.1", "0.5", "1.0", "1.5", "-2.5", "1e10", "1e-5", "1E400", "-1E400", "4.9e-324", "1e-400"],
  ...["1.7976931348623157e308", "1e16", "1e7", "9999999.999999999", "0.001", "0.00099", "3.4028235e38", "1.17e-38"],
  ...["0.1234567890123456789", "12345678901234567890.5", "1.50", "100.00", "00012", "1e+3"],
];

const number = fc.oneof(
  { weight: 3, arbitrary: oneOf(...EDGES) },
  fc.integer().map(String),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 6 })).map(([n, e]) => `${n}e-${e}`),
);

/** A number as a template gets one: from a payload, a text, or another number. */
const operand = fc.oneof(
  { weight: 4, arbitrary: oneOf("$n[0]", "$n[1]", "$n[2]", "$n[0]", "$n[1]") },
  oneOf("1", "3", "-7", "2.5", "10", "0", "2147483647", "1.0", "0.1", "100"),
  join("$n[0].", oneOf("intValue()", "longValue()", "doubleValue()", "floatValue()", "shortValue()", "byteValue()")),
);

const arithmetic = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    operand,
    join(tie("value"), oneOf(" + ", " - ", " * ", " / ", " % "), tie("value")),
    join("(", tie("value"), oneOf(" + ", " - ", " * ", " / ", " % "), tie("value"), ")"),
  ),
})).value;

const comparison = join(operand, oneOf(" == ", " != ", " < ", " <= ", " > ", " >= "), operand);

const use = fc.oneof(
  { weight: 4, arbitrary: arithmetic.map((value) => `#set($x = ${value})[$x $x.class.name]`) },
  { weight: 2, arbitrary: comparison.map((condition) => `#if(${condition})yes#{else}no#end`) },
  join("[", oneOf("$n[0]", "$n[1]"), oneOf(".compareTo(", ".equals("), operand, ")]"),
  oneOf("[$n[0] $n[1] $n[2]]", "[$n[0].hashCode() $n[1].hashCode()]", "$input.json('$')", '[$n[0].toString()|"$n[1]"]'),
  // A range between two numbers may be as long as a JVM is large.
  oneOf("#foreach($i in [$n[0].byteValue()..3])$i,#end", "#set($l = [-2..$n[1].byteValue()])$l.size()"),
  join("$s.format('%", oneOf("s", "d", "5d", "05d", "x", "o", "e", ".2f", "g", ",d", "+d", "(.1f", "a"), "', $n[0])"),
);

export const numberTemplate: fc.Arbitrary<RandomTemplate> = fc
  .tuple(fc.tuple(number, number, number), use)
  .map(([numbers, template]) => ({
    template: `#set($n = $input.path('$'))#set($s = '')${template}`,
    body: `[${numbers.join(", ")}]`,
  }));
