import { describe, expect, it } from "vitest";
import { compilePattern, replaceAll, replaceFirst, split } from "./index.js";
import { findAll, outcome } from "./testing/find-all.js";

// All expected values are what JDK 17 printed.

describe("finds with literals and escapes", () => {
  it.each([
    ["a.c", "abc a\nc", "0-3"],
    ["a\\.c", "abc a.c", "4-7"],
    ["\\Q.*\\E+", "a.**", "1-4"],
    ["[\\Qa-c\\E]", "a-c", "0-1 1-2 2-3"],
    ["\\\\Qa", "\\Qa", "0-3"],
    ["\\x61\\u0062\\0143\\cA", "abc\u0001", "0-4"],
    ["\\x{1F600}", "\ud83d\ude00", "0-2"],
    ["\\N{BULLET}+", "a\u2022\u2022b", "1-3"],
    ["[\\N{bullet}-\\N{TRIANGULAR BULLET}]", "a\u2023b", "1-2"],
    ["\\uD83D\\uDE00", "\ud83d\ude00", "0-2"],
    ["\\t\\n\\r\\f\\a\\e", "\t\n\r\f\u0007\u001b", "0-6"],
    ["]}", "]}", "0-2"],
    ["\\_\\é", "_é", "0-2"],
    ["\\0377\\0400", "ÿ 0", "0-3"],
    ["a|b|", "ab", "0-1 1-2 2-2"],
  ])("%j in %j", (pattern, input, expected) => {
    expect(findAll(pattern, input)).toBe(expected);
  });
});

describe("finds with classes", () => {
  it.each([
    ["[a-c]", "abcd-", "0-1 1-2 2-3"],
    ["[^a-c]", "abcd", "3-4"],
    ["[a-]", "a-b", "0-1 1-2"],
    ["[]a]", "]a", "0-1 1-2"],
    ["[^]a]", "]ab", "2-3"],
    ["[a-c[x-z]]", "ay-", "0-1 1-2"],
    ["[a-z&&[aeiou]]", "abe", "0-1 2-3"],
    ["[a-z&&[^aeiou]]", "abe", "1-2"],
    ["[a-z&&[aeiou]x]", "abex", "0-1 2-3 3-4"],
    ["[a-c&&b-d&&c]", "abcd", "2-3"],
    ["[^a[b]]", "abc", "2-3"],
    ["[a&&[b]&]", "ab&", "0-1 2-3"],
    ["[[ab]&&&c]", "abc&", "0-1 1-2 2-3 3-4"],
    ["[&&a]", "a&", "0-1"],
    ["[\\d-z]", "1-z5", "0-1 1-2 2-3 3-4"],
    ["[\\v-a]", "\u000ba", "0-1 1-2"],
    ["\\d\\D\\w\\W\\s\\S", "1a_- b", "0-6"],
    ["\\w", "é", ""],
    ["\\h\\v\\H\\V", "\u00a0\u2028xx", "0-4"],
    ["(?x)[ a # b\n]", "a#b", "0-1"],
  ])("%j in %j", (pattern, input, expected) => {
    expect(findAll(pattern, input)).toBe(expected);
  });
});

describe("finds with properties", () => {
  it.each([
    ["\\p{Lu}\\pL\\P{Lu}", "Aba", "0-3"],
    ["\\p{Alpha}", "aé1", "0-1"],
    ["(?U)\\p{Alpha}", "aé1", "0-1 1-2"],
    ["\\p{IsAlpha}", "aé1", "0-1 1-2"],
    ["\\p{Punct}", "!$a", "0-1 1-2"],
    ["\\p{IsPunct}", "!$a", "0-1"],
    ["\\p{IsGreek}\\p{IsLatn}\\p{sc=latin}", "αab", "0-3"],
    ["\\p{InGreek}\\p{InBasic Latin}\\p{blk=LATIN_1_SUPPLEMENT}", "αaé", "0-3"],
    ["\\p{javaLowerCase}", "aAª", "0-1 2-3"],
    ["\\p{L1}\\p{LC}\\p{LD}\\p{all}", "ÿa1 ", "0-4"],
    ["(?i)\\p{Lower}", "aA", "0-1 1-2"],
    ["(?i)\\p{Lu}", "aA", "0-1 1-2"],
  ])("%j in %j", (pattern, input, expected) => {
    expect(findAll(pattern, input)).toBe(expected);
  });
});

describe("finds with flags", () => {
  it.each([
    ["(?i)É", "éÉ", "1-2"],
    ["(?iu)É", "éÉ", "0-1 1-2"],
    ["(?iu)k", "kKK", "0-1 1-2 2-3"],
    ["(?iu)[a-z]", "Kſ", "0-1 1-2"],
    ["(?i)[^a]", "aAb", "2-3"],
    ["a(?i)b|c", "aBC", "0-2 2-3"],
    ["(a(?i)b)c", "aBC aBc", "4-7(4-6)"],
    ["(?-i:a)(?i)b(?-i)c", "aBc", "0-3"],
    ["(?s).", "\n", "0-1"],
    ["(?x) a b # c\n c", "abc", "0-3"],
    ["(?d).", "\r\n", "0-1"],
    ["(?U)\\w\\d", "é٣", "0-2"],
  ])("%j in %j", (pattern, input, expected) => {
    expect(findAll(pattern, input)).toBe(expected);
  });
});

describe("finds with anchors", () => {
  it.each([
    ["^.", "ab\ncd", "0-1"],
    ["(?m)^.", "ab\ncd", "0-1 3-4"],
    ["(?m)^", "", ""],
    ["(?m)^", "a\n", "0-0"],
    ["$", "a\r\n", "1-1 3-3"],
    ["(?m)$", "a\r\nb", "1-1 4-4"],
    ["(?d)$", "a\r\n", "2-2 3-3"],
    ["\\Aa|b\\z", "ab", "0-1 1-2"],
    ["\\Z", "a\n", "1-1 2-2"],
    ["\\b", "é a\u0301 b", "0-0 1-1 2-2 4-4 5-5 6-6"],
    ["\\B", "ab", "1-1"],
    ["\\Ga", "aab a", "0-1 1-2"],
    ["\\G", "aa", "0-0"],
    ["\\R", "\r\n\n\u2028", "0-2 2-3 3-4"],
    ["\\R\\n", "\r\n", "0-2"],
    ["\\R+\\n", "\r\n", ""],
  ])("%j in %j", (pattern, input, expected) => {
    expect(findAll(pattern, input)).toBe(expected);
  });
});

describe("finds with quantifiers", () => {
  it.each([
    ["a*", "baab", "0-0 1-3 3-3 4-4"],
    ["a*?b", "aab", "0-3"],
    ["a*+a", "aaa", ""],
    ["a{2}", "aaaaa", "0-2 2-4"],
    ["a{2,}?", "aaaaa", "0-2 2-4"],
    ["a{1,2}+a", "aaa", "0-3"],
    ["a{2}{3}", "aaaa", "0-2 2-4"],
    ["{2}", "a", "0-0 1-1"],
    ["(a|ab)(c|bcd)(d*)", "abcd", "0-4(0-1,1-4,4-4)"],
    ["(a+|b+)*c", "aabbc", "0-5(2-4)"],
    ["(?:a|ab)*c", "aababc", "0-6"],
    ["(?:a|b){2,3}", "ababa", "0-3 3-5"],
    ["(?:a|b){2,3}?", "ababa", "0-2 2-4"],
    ["(a?)*", "ab", "0-1(1-1) 1-1(1-1) 2-2(2-2)"],
    ["()*", "a", "0-0() 1-1()"],
    ["(a|b|)*c", "abc", "0-3(2-2)"],
    ["((\\w)+,)+", "ab,cd,", "0-6(3-6,1-2)"],
    ["(?:(\\w)+,)+", "a,cd,ef,", "0-8(3-4)"],
    ["((.))*c", "abc", "0-3(1-2,2-3)"],
    ["(?:(a)++b)|c", "ac", "1-2(0-1)"],
    ["(?>a|ab)c", "abc", ""],
    ["(a?)?b", "b", "0-1(0-0)"],
    ["(){0,1}", "a", "0-0(0-0) 1-1(1-1)"],
  ])("%j in %j", (pattern, input, expected) => {
    expect(findAll(pattern, input)).toBe(expected);
  });
});

describe("finds with groups, look-around and back-references", () => {
  it.each([
    ["(a)(b)?", "ab a", "0-2(0-1,1-2) 3-4(3-4,)"],
    ["(?<x>a)\\k<x>", "aa", "0-2(0-1)"],
    ["(a)\\1", "aab", "0-2(0-1)"],
    ["(a)|b\\1", "b", ""],
    ["\\1(a)", "aa", ""],
    ["\\2(a)", "a", ""],
    ["(a)\\10", "aa0", "0-3(0-1)"],
    ["(?i)(ab)\\1", "abAB", "0-4(0-2)"],
    ["(?=(a))a(?!b)", "aab", "0-1(0-1)"],
    ["(?<=a{1,3})b", "aab", "2-3"],
    ["(?<!a)b", "abb", "2-3"],
    ["(?<=a|bc)d", "adbcd", "1-2 4-5"],
    ["(?<=a*)b", "aab", "2-3"],
    // Lengths that have wrapped around to below zero, which only counts of code points mind.
    ["(?<=a+b)c", "aabcabc", "3-4 6-7"],
    ["(?<=a+b)c(?:\ud83d\ude00)?", "aabcabc", ""],
    ["(?<=a+b+)c(?:\ud83d\ude00)?", "aabcabc\ud83d\ude00", "3-4 6-9"],
    ["(?:(a)|b)*", "ab", "0-2(0-1) 2-2()"],
  ])("%j in %j", (pattern, input, expected) => {
    expect(findAll(pattern, input)).toBe(expected);
  });
});

describe("finds with surrogate pairs", () => {
  it.each([
    [".", "\ud83d\ude00a", "0-2 2-3"],
    ["[^a]", "\ud83d\ude00a", "0-2"],
    ["x*", "\ud83d\ude00", "0-0 1-1 2-2"],
    ["(?!^).", "\ud83d\ude00", "1-2"],
    ["(?!^)[^a]", "\ud83d\ude00", ""],
    ["(?<=.)a", "\ud83d\ude00a", "2-3"],
    ["\ud83d", "\ud83d\ude00", ""],
    ["(\ud83d\ude00|a)+", "\ud83d\ude00\ud83d\ude00a", "0-5(4-5)"],
  ])("%j in %j", (pattern, input, expected) => {
    expect(findAll(pattern, input)).toBe(expected);
  });
});

describe("matches the whole input", () => {
  it.each([
    ["Hello", "Hello", true],
    ["Hello", "Hello!", false],
    ["Hel", "Hello", false],
    ["a|ab", "ab", true],
    ["a*?", "aaa", true],
    [".*", "a\n", false],
    ["(?s).*", "a\n", true],
    ["", "", true],
    ["^\\d{4}-\\d{2}$", "2020-12", true],
    ["[0-9]*", "", true],
  ])("%j, %j", (pattern, input, expected) => {
    expect(compilePattern(pattern).matches(input)).toBe(expected);
  });
});

describe("rejects a malformed pattern as Java does", () => {
  it.each([
    ["(", "Unclosed group near index 1\n("],
    ["[\\X]", "Illegal/unsupported escape sequence near index 2\n[\\X]\n  ^"],
    ["\\b{ga", "Illegal/unsupported escape sequence near index 4\n\\b{ga\n    ^"],
    [")", "Unmatched closing ')'\n)"],
    ["a)", "Unmatched closing ')' near index 0\na)\n^"],
    ["[", "Unclosed character class near index 0\n[\n^"],
    ["[]", "Unclosed character class near index 1\n[]\n ^"],
    ["[a&&", "Unclosed character class near index 3\n[a&&\n   ^"],
    ["[&&]", "Bad class syntax near index 2\n[&&]\n  ^"],
    ["*a", "Dangling meta character '*' near index 0\n*a\n^"],
    ["a**", "Dangling meta character '*' near index 2\na**\n  ^"],
    ["{", "Illegal repetition near index 1\n{"],
    ["a{", "Illegal repetition near index 2\na{"],
    ["a{2", "Unclosed counted closure near index 3\na{2"],
    ["a{,2}", "Illegal repetition near index 2\na{,2}\n  ^"],
    ["a{2,1}", "Illegal repetition range near index 5\na{2,1}\n     ^"],
    ["x{99999999999}", "Illegal repetition range near index 11\nx{99999999999}\n           ^"],
    ["(?", "Unknown inline modifier near index 2\n(?"],
    ["(?i", "Unknown inline modifier near index 3\n(?i"],
    ["(?z)", "Unknown inline modifier near index 2\n(?z)\n  ^"],
    ["(?<a", "named capturing group is missing trailing '>' near index 4\n(?<a"],
    ["(?<1>)", "capturing group name does not start with a Latin letter near index 3\n(?<1>)\n   ^"],
    ["(?<a>x)(?<a>y)", "Named capturing group <a> is already defined near index 11\n(?<a>x)(?<a>y)\n           ^"],
    ["\\k<a>", "named capturing group <a> does not exist near index 4\n\\k<a>\n    ^"],
    ["\\k", "\\k is not followed by '<' for named capturing group near index 2\n\\k"],
    ["\\", "Unexpected internal error near index 1\n\\"],
    ["[\\", "Unclosed character class near index 2\n[\\"],
    ["\\Nx", "Illegal character name escape sequence near index 2\n\\Nx\n  ^"],
    ["\\N{no such}", "Unknown character name [no such] near index 10\n\\N{no such}\n          ^"],
    ["\\N{BULLET", "Unclosed character name escape sequence near index 8\n\\N{BULLET\n        ^"],
    ["\\x", "Illegal hexadecimal escape sequence near index 2\n\\x"],
    ["\\x{110000}", "Hexadecimal codepoint is too big near index 8\n\\x{110000}\n        ^"],
    ["\\u12", "Illegal Unicode escape sequence near index 4\n\\u12"],
    ["\\08", "Illegal octal escape sequence near index 2\n\\08\n  ^"],
    ["\\c", "Illegal control escape sequence near index 1\n\\c\n ^"],
    ["\\j", "Illegal/unsupported escape sequence near index 1\n\\j\n ^"],
    ["[b-a]", "Illegal character range near index 3\n[b-a]\n   ^"],
    ["[a-\\d]", "Illegal character range near index 4\n[a-\\d]\n    ^"],
    ["[\\b]", "Illegal/unsupported escape sequence near index 2\n[\\b]\n  ^"],
    ["\\p", "Unknown character property name {\u0000} near index 2\n\\p"],
    ["\\p{", "Unclosed character family near index 3\n\\p{"],
    ["\\p{}", "Empty character family near index 3\n\\p{}\n   ^"],
    ["\\p{Foo}", "Unknown character property name {Foo} near index 6\n\\p{Foo}\n      ^"],
    ["\\p{IsFoo}", "Unknown character property name {IsFoo} near index 8\n\\p{IsFoo}\n        ^"],
    ["\\p{sc=Foo}", "Unknown Unicode property {name=<sc>, value=<Foo>} near index 9\n\\p{sc=Foo}\n         ^"],
    [
      "(?<=(?:ab)*)c",
      "Look-behind group does not have an obvious maximum length near index 10\n(?<=(?:ab)*)c\n          ^",
    ],
    ["(?<=\\1(a))b", "Look-behind group does not have an obvious maximum length near index 8\n(?<=\\1(a))b\n        ^"],
    ["a\tb(", "Unclosed group near index 4\na\tb("],
  ])("%j", (pattern, message) => {
    expect(outcome(() => findAll(pattern, ""))).toBe(`java.util.regex.PatternSyntaxException: ${message}`);
  });
});

describe("replaces", () => {
  it.each([
    ["replaceAll", "[aeiou]", "Hello, World", "*", "H*ll*, W*rld"],
    ["replaceAll", "(l+)", "Hello, World", "<$1>", "He<ll>o, Wor<l>d"],
    ["replaceAll", "(?<q>l+)", "Hello", "<${q}>", "He<ll>o"],
    ["replaceAll", "\\'", "it\\'s", "'", "it\\'s"],
    ["replaceAll", "'", "it's", "\\\\'", "it\\'s"],
    ["replaceAll", "x*", "abc", "-", "-a-b-c-"],
    ["replaceAll", "(a)|b", "ab", "[$1]", "[a][]"],
    ["replaceAll", "(a)", "aa", "$12", "a2a2"],
    ["replaceAll", "a", "a", "\\$\\a$0", "$aa"],
    ["replaceFirst", "l", "Hello", "L", "HeLlo"],
    ["replaceFirst", "x", "Hello", "$", "Hello"],
    ["replaceAll", "", "\ud83d\ude00", "-", "-\ud83d-\ude00-"],
    [
      "replaceAll",
      "l",
      "Hello",
      "$",
      "java.lang.IllegalArgumentException: Illegal group reference: group index is missing",
    ],
    ["replaceAll", "l", "Hello", "\\", "java.lang.IllegalArgumentException: character to be escaped is missing"],
    ["replaceAll", "l", "Hello", "$x", "java.lang.IllegalArgumentException: Illegal group reference"],
    ["replaceAll", "l", "Hello", "$1", "java.lang.IndexOutOfBoundsException: No group 1"],
    ["replaceAll", "l", "Hello", "${", "java.lang.IllegalArgumentException: named capturing group has 0 length name"],
    ["replaceAll", "l", "Hello", "${}", "java.lang.IllegalArgumentException: named capturing group has 0 length name"],
    ["replaceAll", "l", "Hello", "${x}", "java.lang.IllegalArgumentException: No group with name {x}"],
    [
      "replaceAll",
      "l",
      "Hello",
      "${1x}",
      "java.lang.IllegalArgumentException: capturing group name {1x} starts with digit character",
    ],
    [
      "replaceAll",
      "l",
      "Hello",
      "${x",
      "java.lang.IllegalArgumentException: named capturing group is missing trailing '}'",
    ],
  ])("%s of %j in %j by %j", (method, pattern, input, replacement, expected) => {
    const replace = method === "replaceAll" ? replaceAll : replaceFirst;
    expect(outcome(() => replace(compilePattern(pattern), input, replacement))).toBe(expected);
  });
});

describe("splits", () => {
  it.each([
    [",", "a,b,,c,,", 0, "a|b||c"],
    [",", "a,b,,c,,", -1, "a|b||c||"],
    [",", "a,b,,c,,", 2, "a|b,,c,,"],
    [",", "", 0, ""],
    [",", ",", 0, ""],
    [",", ",", -1, "|"],
    ["", "abc", 0, "a|b|c"],
    ["", "abc", -1, "a|b|c|"],
    ["", "abc", 2, "a|bc"],
    ["(?=b)", "abab", 0, "a|ba|b"],
    ["\\s*,\\s*", " a , b ", 0, " a|b "],
    ["x", "abc", 0, "abc"],
    ["^", "abc", 0, "abc"],
    ["a", "aXa", 0, "|X"],
    ["\\.", "a.b.c.", 0, "a|b|c"],
  ])("at %j: %j with limit %i", (pattern, input, limit, expected) => {
    expect(split(compilePattern(pattern), input, limit).join("|")).toBe(expected);
  });

  it("fails at a match that the limit leaves out", () => {
    const text = outcome(() => split(compilePattern("b|(?=.*)c\\b{g}"), "abcd", 2).join("|"));
    expect(text).toBe("java.lang.StringIndexOutOfBoundsException: String index out of range: 4");
  });
});
