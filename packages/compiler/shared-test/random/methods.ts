import fc from "fast-check";
import { readSignatures, type Signature } from "../../test/java-signatures.js";
import { missingMethods } from "../../test/missing-methods.js";
import type { RandomTemplate } from "./random-template.js";
import { oneOf } from "./texts.js";

/** What a template gets a value of each class from. */
const RECEIVERS: Readonly<Record<string, readonly string[]>> = {
  String: ["$e.s", "$e.t", "'a,b,,c'", "''", "'Straße é'", '" x\t"', "'1.5'", "'42'"],
  Integer: ["7", "-1", "0", "2147483647", "$e.i"],
  Long: ["$e.l", "$e.l.longValue()"],
  Short: ["$i.shortValue()", "$e.i.shortValue()"],
  Byte: ["$i.byteValue()", "$e.l.byteValue()"],
  Double: ["1.5", "-0.0", "$e.d", "1e300"],
  Float: ["$e.d.floatValue()", "$i.floatValue()"],
  BigInteger: ["$e.b", "$e.b.negate()"],
  BigDecimal: ["$e.c", "$e.c.negate()"],
  Boolean: ["true", "$e.f"],
  Character: ["$e.s.charAt(0)", "$e.t.charAt(1)"],
  ArrayList: ["[1, 'a', 2]", "[]", "$e.a", "['b', 'a']"],
  SubList: ["$e.a.subList(0, 2)", "$a.subList(1, 3)"],
  LinkedHashMap: ["{'a': 1, 'b': 'x'}", "{}", "$e"],
  KeySet: ["$e.keySet()", "$m.keySet()"],
  Values: ["$e.values()", "$m.values()"],
  EntrySet: ["$m.entrySet()"],
  Entry: ["$m.entrySet().iterator().next()"],
  Iterator: ["$m.values().iterator()", "$a.iterator()"],
  ListIterator: ["$a.listIterator()", "$a.listIterator(1)"],
};

const BODY = JSON.stringify({
  ...{ s: "Hello, World", t: "a\u00e9\ud83d\ude00b", i: 42, d: 2.75, f: false, a: [3, "x", null, 1.5] },
}).replace("}", ', "l": 5000000000, "b": 123456789012345678901234567890, "c": 0.12345678901234567890}');

const SMALL_INTS = ["0", "1", "2", "-1", "3", "10", "$i", "65", "100"];
const ANYTHING = [
  "0",
  "1",
  "'a'",
  "'x'",
  "$e.s",
  "1.5",
  "true",
  "$none",
  "[1]",
  "{'a': 1}",
  "$e.b",
  "$e.c",
  "$e.l",
  "$c",
];

/** What may stand for a parameter: values of its type and of those that Java or Velocity make it of. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  int: SMALL_INTS,
  long: [...SMALL_INTS, "$e.l"],
  short: ["$i.shortValue()", ...SMALL_INTS],
  byte: ["$i.byteValue()", ...SMALL_INTS],
  char: ["$c", "$e.t.charAt(1)", "'a'", "97"],
  double: ["1.5", "2", "$e.d", "-0.0", "1e300"],
  float: ["$e.d.floatValue()", "1.5", "1"],
  boolean: ["true", "false"],
  String: ["'a'", "''", "'l'", "$e.s", "'x,y'", "'12'", "'1.5'", "'$1'", "$none"],
  CharSequence: ["'a'", "''", "'lo'", "$e.s"],
  Collection: ["[]", "[1, 'a']", "$a", "$m.keySet()", "$e.a"],
  Map: ["{}", "{'a': 2}", "$m"],
  BigInteger: ["$e.b", "$e.b.negate()", "$none"],
  BigDecimal: ["$e.c", "$e.c.negate()"],
  Object: ANYTHING,
  "Object[]": ["['a', 1]", "$e.s.split(',')", "'a'"],
  "char[]": ["$e.s.toCharArray()"],
  "byte[]": ["$e.s.getBytes()"],
};

/** Waits, wakes nobody, or tells an address. */
const LEFT_OUT = /^(?:wait|notify|notifyAll|hashCode)$/;
/** A JVM orders the members of such a set anew each time it starts. */
const UNORDERED = /^(?:KeySet|EntrySet)\.(?:of|copyOf)$/;

const isMissing = ({ className, name, types }: Signature): boolean => {
  const signature = `${className}.${name}(${types.join()})`;
  return missingMethods.some((missing) => missing.signature.test(signature));
};

const signatures = readSignatures().filter(
  (signature) =>
    !LEFT_OUT.test(signature.name) &&
    !UNORDERED.test(`${signature.className}.${signature.name}`) &&
    !isMissing(signature) &&
    RECEIVERS[signature.className] !== undefined,
);

function callOf(signature: Signature): fc.Arbitrary<string> {
  const types = signature.types.map((type) => oneOf(...(ARGUMENTS[type] ?? ANYTHING)));
  const fitting = fc.tuple(...types);
  const others = fc.array(oneOf(...ANYTHING), { maxLength: 3 });
  const given = fc.oneof({ weight: 6, arbitrary: fitting }, others);
  return fc
    .tuple(oneOf(...RECEIVERS[signature.className]!), given)
    .map(
      ([receiver, args]) =>
        `#set($v = ${receiver})#set($r = 'unset')#set($r = $v.${signature.name}(${args.join(", ")}))`,
    );
}

export const methodTemplate: fc.Arbitrary<RandomTemplate> = fc
  .constantFrom(...signatures)
  .chain(callOf)
  .map((call) => ({
    template: `#set($e = $input.path('$'))#set($i = 300)#set($c = $e.s.charAt(4))#set($a = ['p', 'q', 'r', 'q'])#set($m = {'k': 1, 'n': [2]})${call}[$r|$v]`,
    body: BODY,
  }));
