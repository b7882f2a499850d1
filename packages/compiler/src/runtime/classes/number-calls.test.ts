import { describe, expect, it } from "vitest";
import { compile } from "../../compile.js";

/** Text with references, and what the reference engine prints for it or which Java exception ends it. */
type Calls = readonly (readonly [text: string, expected: string | { error: string }])[];

const VARIABLES = [
  "#set($i = 42)#set($l = 3000000000)#set($d = 3.75)#set($big = 12345678901234567890)#set($b = true)",
  "#set($c = $d.toString().charAt(0))#set($f = $d.valueOf('0.1').floatValue())#set($nan = $d.valueOf('NaN'))",
  "#set($s = $i.shortValue())#set($y = $i.byteValue())#set($dec = $big * 0.5)",
].join("");

function expectOutput(text: string, expected: string | { error: string }): void {
  const render = () => compile(VARIABLES + text).render({}).output;
  if (typeof expected === "string") expect(render()).toBe(expected);
  else expect(render).toThrow(expected.error);
}

describe("methods of", () => {
  describe("java.lang.Integer", () => {
    const calls: Calls = [
      ["$i.parseInt('ff', 16)", "255"],
      ["$i.parseInt('+5')", "5"],
      ["$i.parseInt('x')", { error: "NumberFormatException" }],
      ["$i.parseInt('2147483648')", { error: "NumberFormatException" }],
      ["$i.parseInt('-2147483648')", "-2147483648"],
      ["$i.parseInt('')", { error: "NumberFormatException" }],
      ["$i.parseInt('٤٢')", "42"],
      ["$i.parseInt('abcdef', 1, 3, 16)", "188"],
      ["$i.parseInt('1', 99)", { error: "NumberFormatException" }],
      ["$i.parseUnsignedInt('4294967295')", "-1"],
      ["$i.decode('0x1F') $i.decode('-#ff') $i.decode('010') $i.decode('0')", "31 -255 8 0"],
      ["$i.decode('--1')", { error: "NumberFormatException" }],
      ["$i.valueOf('12').class.name", "java.lang.Integer"],
      ["$i.toHexString(-1) $i.toBinaryString(10) $i.toOctalString(8)", "ffffffff 1010 10"],
      ["$i.toString(255, 16) $i.toString(-255, 2) $i.toString(7, 99)", "ff -11111111 7"],
      ["$i.compareTo(43)", "-1"],
      ["$i.compareTo(43.0)", { error: "ClassCastException" }],
      ["$i.compareTo(x)", { error: "NullPointerException" }],
      ["$i.compare(1, 2) $i.compareUnsigned(-1, 1) $i.max(1, 3) $i.min(1, 3)", "-1 1 3 1"],
      ["$i.max(1, 3.5)", ""],
      ["$i.sum(2147483647, 1)", "-2147483648"],
      [
        "$i.bitCount(-1) $i.reverse(1) $i.reverseBytes(1) $i.highestOneBit(100) $i.lowestOneBit(100)",
        "32 -2147483648 16777216 64 4",
      ],
      ["$i.numberOfLeadingZeros(0) $i.numberOfTrailingZeros(8)", "32 3"],
      ["$i.rotateLeft(-2147483648, 1) $i.rotateRight(1, 1)", "1 -2147483648"],
      ["$i.divideUnsigned(-1, 2) $i.remainderUnsigned(-1, 7)", "2147483647 3"],
      ["$i.divideUnsigned(1, 0)", { error: "ArithmeticException" }],
      ["$i.toUnsignedString(-1) $i.toUnsignedLong(-1)", "4294967295 4294967295"],
      [
        "$i.doubleValue() $i.floatValue() $i.longValue().class.name $i.byteValue().class.name",
        "42.0 42.0 java.lang.Long java.lang.Byte",
      ],
      ["$i.valueOf(300).byteValue() $i.valueOf(70000).shortValue()", "44 4464"],
      ["$i.equals(42) $i.equals($l) $i.equals($i.longValue()) $i.hashCode()", "true false false 42"],
      ["$i.MAX_VALUE", ""],
      ["$i.getInteger('x', 5)", "5"],
    ];
    it.each(calls)("%s", expectOutput);
  });
  describe("java.lang.Long", () => {
    const calls: Calls = [
      ["$l.intValue() $l.doubleValue() $l.hashCode()", "-1294967296 3.0E9 -1294967296"],
      ["$l.compareTo(5)", { error: "ClassCastException" }],
      ["$l.compareTo($i.longValue()) $l.compare(1, 2)", "1 -1"],
      ["$l.parseLong('9223372036854775807') $l.parseLong('5').class.name", "9223372036854775807 java.lang.Long"],
      ["$l.parseLong('9223372036854775808')", { error: "NumberFormatException" }],
      ["$l.parseUnsignedLong('18446744073709551615')", "-1"],
      [
        "$l.toHexString(-1) $l.toString($l, 36) $l.toUnsignedString(-1)",
        "ffffffffffffffff 1dm4etc 18446744073709551615",
      ],
      [
        "$l.rotateLeft($l, 40) $l.reverse(1) $l.bitCount(-1) $l.signum(-5)",
        "-3432305866009739086 -9223372036854775808 64 -1",
      ],
      ["$l.divideUnsigned(-1, 2) $l.remainderUnsigned(-1, 7)", "9223372036854775807 1"],
      ["$l.max(1, $l) $l.sum(9223372036854775807, 1)", "3000000000 -9223372036854775808"],
      ["$l.numberOfLeadingZeros(1) $l.highestOneBit($l) $l.numberOfTrailingZeros(0)", "63 2147483648 64"],
    ];
    it.each(calls)("%s", expectOutput);
  });
  describe("java.lang.Double", () => {
    const calls: Calls = [
      ["$d.intValue() $d.longValue() $d.floatValue()", "3 3 3.75"],
      [
        "$nan.intValue() $d.valueOf('1e30').longValue() $d.valueOf('-1e30').intValue()",
        "0 9223372036854775807 -2147483648",
      ],
      [
        "$d.parseDouble(' 1.5f ') $d.parseDouble('0x1.8p3') $d.parseDouble('-Infinity') $d.parseDouble('.5e1')",
        "1.5 12.0 -Infinity 5.0",
      ],
      ["$d.parseDouble('1_0')", { error: "NumberFormatException" }],
      ["$d.parseDouble('')", { error: "NumberFormatException" }],
      ["$d.valueOf(3) $d.valueOf('3').class.name", "3.0 java.lang.Double"],
      ["$d.compareTo(3.5) $d.compare($nan, 1.0) $d.compare(0.0, -0.0)", "1 1 1"],
      ["$d.compareTo(3)", { error: "ClassCastException" }],
      ["$d.equals(3.75) $nan.equals($nan) $d.equals($d.floatValue())", "true true false"],
      [
        "$d.isNaN() $nan.isNaN() $d.isInfinite(1e400) $d.isFinite(1.0) $nan.naN $d.infinite",
        "false true true true true false",
      ],
      ["$d.hashCode() $nan.hashCode() $d.hashCode(-0.0)", "1074659328 2146959360 -2147483648"],
      [
        "$d.toHexString(1.0) $d.toHexString(-0.1) $d.toHexString(5e-324) $d.toHexString(0.0)",
        "0x1.0p0 -0x1.999999999999ap-4 0x0.0000000000001p-1022 0x0.0p0",
      ],
      ["$d.doubleToLongBits(1.5) $d.longBitsToDouble(4609434218613702656)", "4609434218613702656 1.5"],
      ["$d.max(1, 2) $d.sum(0.1, 0.2) $d.min(-0.0, 0.0)", "2.0 0.30000000000000004 -0.0"],
      ["$d.toString(1e7) $d.toString()", "1.0E7 3.75"],
      ["$d.round(2.5)", ""],
    ];
    it.each(calls)("%s", expectOutput);
  });
  describe("java.lang.Float", () => {
    const calls: Calls = [
      ["$f $f.doubleValue() $f.hashCode() $f.class.name", "0.1 0.10000000149011612 1036831949 java.lang.Float"],
      ["$f.parseFloat('16777217') $f.parseFloat('3.4028236e38') $f.valueOf(1)", "1.6777216E7 Infinity 1.0"],
      ["$f.sum(1.5, 2) $f.sum(1, 2) $f.max($f, 1)", " 3.0 1.0"],
      ["$f.equals($f.valueOf('0.1')) $f.compareTo($f) $f.isNaN()", "true 0 false"],
      ["$f.floatToIntBits($f) $f.intBitsToFloat(1) $f.toHexString($f)", "1036831949 1.4E-45 0x1.99999ap-4"],
    ];
    it.each(calls)("%s", expectOutput);
  });
  describe("java.lang.Short and java.lang.Byte", () => {
    const calls: Calls = [
      ["$s.class.name $s.compareTo($s.valueOf('50')) $s.equals(42) $s.hashCode()", "java.lang.Short -8 false 42"],
      ["$s.parseShort('32768')", { error: "NumberFormatException" }],
      ["$s.decode('0x7f') $s.valueOf('ff', 16)", "127 255"],
      ["$y.class.name $y.compareTo($y.valueOf('-128')) $y.parseByte('-7f', 16)", "java.lang.Byte 170 -127"],
      ["$y.parseByte('128')", { error: "NumberFormatException" }],
    ];
    it.each(calls)("%s", expectOutput);
  });
  describe("java.math.BigInteger", () => {
    const calls: Calls = [
      [
        "$big.add($big) $big.subtract($big) $big.multiply($big) $big.divide($big.valueOf(7))",
        "24691357802469135780 0 152415787532388367501905199875019052100 1763668414462081127",
      ],
      ["$big.add(1)", ""],
      [
        "$big.mod($big.valueOf(7)) $big.negate().remainder($big.valueOf(7)) $big.negate().mod($big.valueOf(7))",
        "1 -1 6",
      ],
      ["$big.divide($big.valueOf(0))", { error: "ArithmeticException" }],
      ["$big.mod($big.negate())", { error: "ArithmeticException" }],
      [
        "$big.pow(3) $big.bitLength() $big.bitCount() $big.signum() $big.getLowestSetBit() $big.lowestSetBit",
        "1881676372353657772490265749424677022198701224860897069000 64 32 1 1 1",
      ],
      ["$big.pow(-1)", { error: "ArithmeticException" }],
      [
        "$big.toString(16) $big.longValue() $big.intValue() $big.doubleValue() $big.hashCode() $big.negate().hashCode()",
        "ab54a98ceb1f0ad2 -6101065172474983726 -350287150 1.2345678901234567E19 -1436577082 1436577082",
      ],
      [
        "$big.gcd($big.valueOf(300)) $big.sqrt() $big.modPow($big.valueOf(5), $big.valueOf(1000)) $big.valueOf(3).modInverse($big.valueOf(11))",
        "30 3513641828 0 4",
      ],
      [
        "$big.isProbablePrime(10) $big.nextProbablePrime() $big.valueOf(97).isProbablePrime(5)",
        "false 12345678901234567891 true",
      ],
      [
        "$big.shiftLeft(3) $big.shiftRight(70) $big.negate().shiftRight(70) $big.testBit(1) $big.setBit(0) $big.flipBit(1) $big.clearBit(1)",
        "98765431209876543120 0 -1 true 12345678901234567891 12345678901234567888 12345678901234567888",
      ],
      [
        "$big.and($big.valueOf(255)) $big.or($big.valueOf(1)) $big.xor($big) $big.not() $big.andNot($big)",
        "210 12345678901234567891 0 -12345678901234567891 0",
      ],
      ["$big.longValueExact()", { error: "ArithmeticException" }],
      [
        "$big.valueOf(7).intValueExact() $big.valueOf(7).equals($big.valueOf(7)) $big.valueOf(7).equals(7)",
        "7 true false",
      ],
      [
        "$big.compareTo($big.valueOf(1)) $big.max($big.valueOf(1)) $big.min($big.valueOf(1))",
        "1 12345678901234567890 1",
      ],
      ["$big.divideAndRemainder($big.valueOf(7))[1]", "1"],
    ];
    it.each(calls)("%s", expectOutput);
  });
  describe("java.math.BigDecimal", () => {
    const calls: Calls = [
      [
        "$dec $dec.scale() $dec.precision() $dec.unscaledValue() $dec.class.name",
        "6172839450617283945.0 1 20 61728394506172839450 java.math.BigDecimal",
      ],
      [
        "$dec.valueOf(2.50) $dec.valueOf(3) $dec.valueOf(1200, -2) $dec.valueOf(5, 9) $dec.valueOf(5, 3)",
        "2.5 3 1.200E+5 5E-9 0.005",
      ],
      [
        "$dec.valueOf(1200, -2).toPlainString() $dec.valueOf(12345, -3).toEngineeringString() $dec.valueOf(0, -1).toEngineeringString()",
        "120000 12.345E+6 0.00E+3",
      ],
      ["$dec.valueOf(1).divide($dec.valueOf(8)) $dec.valueOf(10, 1).divide($dec.valueOf(2))", "0.125 0.5"],
      ["$dec.valueOf(1).divide($dec.valueOf(3))", { error: "ArithmeticException" }],
      ["$dec.valueOf(1).divide($dec.valueOf(3), 5, 4) $dec.valueOf(1).divide($dec.valueOf(3), 4)", "0.33333 0"],
      ["$dec.valueOf(1).divide($dec.valueOf(0))", { error: "ArithmeticException" }],
      [
        "$dec.valueOf(2.345).setScale(2, 4) $dec.valueOf(2.345).setScale(2, 5) $dec.valueOf(2.345).setScale(2, 6) $dec.valueOf(-2.345).setScale(1, 3) $dec.valueOf(2.345).setScale(5)",
        "2.35 2.34 2.34 -2.4 2.34500",
      ],
      ["$dec.valueOf(2.345).setScale(2)", { error: "ArithmeticException" }],
      ["$dec.valueOf(2.345).setScale(2, 9)", { error: "IllegalArgumentException" }],
      [
        "$dec.valueOf(7.5).remainder($dec.valueOf(2)) $dec.valueOf(-7.5).divideToIntegralValue($dec.valueOf(2)) $dec.valueOf(100).divideToIntegralValue($dec.valueOf(3, 1))",
        "1.5 -3.0 333",
      ],
      [
        "$dec.valueOf(1.50).equals($dec.valueOf(1.5)) $dec.valueOf(150, 2).equals($dec.valueOf(15, 1)) $dec.valueOf(150, 2).compareTo($dec.valueOf(15, 1)) $dec.valueOf(150, 2).hashCode()",
        "true false 0 4652",
      ],
      [
        "$dec.valueOf(12000, 1).stripTrailingZeros() $dec.valueOf(0, 5).stripTrailingZeros() $dec.valueOf(1.5).ulp()",
        "1.2E+3 0 0.1",
      ],
      [
        "$dec.valueOf(1.5).movePointLeft(3) $dec.valueOf(1.5).movePointRight(3) $dec.valueOf(1.5).scaleByPowerOfTen(3) $dec.valueOf(1.5).pow(3)",
        "0.0015 1500 1.5E+3 3.375",
      ],
      [
        "$dec.valueOf(1.5).intValue() $dec.valueOf(1e20).longValue() $dec.valueOf(1.5).toBigInteger() $dec.valueOf(0.1).doubleValue() $dec.valueOf(0.1).floatValue()",
        "1 7766279631452241920 1 0.1 0.1",
      ],
      ["$dec.valueOf(1.5).intValueExact()", { error: "ArithmeticException" }],
      [
        "$dec.valueOf(1.5).abs() $dec.valueOf(-1.5).abs() $dec.valueOf(1.5).negate() $dec.valueOf(-1.5).signum() $dec.max($dec.valueOf(1)) $dec.valueOf(1.5).plus()",
        "1.5 1.5 -1.5 -1 6172839450617283945.0 1.5",
      ],
      ["$dec.compareTo(5)", { error: "ClassCastException" }],
    ];
    it.each(calls)("%s", expectOutput);
  });
  describe("java.lang.Boolean", () => {
    const calls: Calls = [
      [
        "$b.compareTo(false) $b.compare(false, true) $b.equals('true') $b.hashCode() $b.hashCode(false)",
        "1 -1 false 1231 1237",
      ],
      ["$b.parseBoolean('TRUE') $b.valueOf('x') $b.valueOf(true) $b.toString(false)", "true false true false"],
      [
        "$b.logicalAnd(true, false) $b.logicalOr(true, false) $b.logicalXor(true, true) $b.booleanValue()",
        "false true false true",
      ],
      ["$b.compareTo('x')", { error: "ClassCastException" }],
    ];
    it.each(calls)("%s", expectOutput);
  });
  describe("java.lang.Character", () => {
    const calls: Calls = [
      ["$c $c.class.name $c.hashCode() $c.compareTo($c) $c.equals('3')", "3 java.lang.Character 51 0 false"],
      [
        "$c.isDigit($c) $c.isLetter(97) $c.isWhitespace(32) $c.isUpperCase(65) $c.isLetterOrDigit(95)",
        "true true true true false",
      ],
      ["$c.isDigit('5')", ""],
      [
        "$c.toUpperCase(97) $c.toUpperCase(223) $c.toLowerCase(304) $c.toTitleCase(454) $c.toUpperCase($c).class.name",
        "65 223 105 453 java.lang.Character",
      ],
      [
        "$c.getNumericValue($c) $c.getNumericValue(8550) $c.getNumericValue(189) $c.getType(36) $c.digit($c, 2) $c.digit(102, 16)",
        "3 7 -2 26 -1 15",
      ],
      [
        "$c.forDigit(11, 16) $c.toString(128512) $c.charCount(128512) $c.isSupplementaryCodePoint(128512) $c.highSurrogate(128512).hashCode()",
        "b 😀 2 true 55357",
      ],
      ["$c.toString(-1)", { error: "IllegalArgumentException" }],
      [
        "$c.getName(97)|$c.getName(0)|$c.getName(10)|$c.getName(8364)|$c.getName(128512)|$c.getName(63744)",
        "LATIN SMALL LETTER A|NULL|LINE FEED (LF)|EURO SIGN|GRINNING FACE|CJK COMPATIBILITY IDEOGRAPH-F900",
      ],
      [
        "$c.getName(55296)|$c.getName(20013)|$c.getName(44032)|$c.getName(57344)|$c.getName(94208)",
        "HIGH SURROGATES D800|CJK UNIFIED IDEOGRAPHS 4E2D|HANGUL SYLLABLES AC00|PRIVATE USE AREA E000|TANGUT 17000",
      ],
      ["[$c.getName(888)|$c.getName(1114111)|$c.name|$c.getName()|$c.getName($c)]", "[||||]"],
      ["$c.getName(-1)", { error: "IllegalArgumentException" }],
      ["$c.getName(1114112)", { error: "IllegalArgumentException" }],
      [
        "$c.codePointOf('BULLET') $c.codePointOf(' latin small letter a ') $c.codePointOf('hangul syllables ac00')",
        "8226 97 44032",
      ],
      ["$c.codePointOf('x')", { error: "IllegalArgumentException" }],
      [
        "$c.getDirectionality(97) $c.getDirectionality(1488) $c.getDirectionality(1632) $c.getDirectionality(8238) $c.getDirectionality(888) $c.getDirectionality(-1)",
        "0 1 6 17 -1 -1",
      ],
      [
        "$c.getNumericValue(3056) $c.getNumericValue(8585) $c.getNumericValue(4988) $c.getNumericValue(9451) $c.getNumericValue(888) $c.getNumericValue(12321) $c.getNumericValue(68080)",
        "10 0 10000 11 -1 1 400000",
      ],
      ["$c.codePointAt('a😀', 1) $c.codePointCount('a😀', 0, 3)", "128512 2"],
    ];
    it.each(calls)("%s", expectOutput);
  });
});
