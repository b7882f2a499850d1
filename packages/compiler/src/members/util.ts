import type { UtilFunction } from "./member.js";

/**
 * The functions of `$util`; everything else of it is AppSync's. Checks, completion, documentation and proofs know them
 * from here: one more is an entry here and its body in `runtime/roots/util.ts`.
 */
export const utilFunctions: readonly UtilFunction[] = [
  {
    name: "escapeJavaScript",
    kind: "method",
    signatures: ["escapeJavaScript(text: Object): String"],
    documentation:
      'Escapes a text for a JavaScript string. JSON refuses one of the escapes, `\\\'`: write `$util.escapeJavaScript($x).replaceAll("\\\\\'", "\'")` between JSON quotes. *(documented)*',
    effect: { kind: "escapes" },
    throws: false,
    gives: "escaped",
    example: { template: "$util.escapeJavaScript('a\"b')", output: 'a\\"b' },
  },
  {
    name: "parseJson",
    kind: "method",
    signatures: ["parseJson(text: String): Object"],
    documentation:
      "JSON text as a value. Text that does not start with `{` or `[` is itself; broken JSON that does ends in 500.",
    effect: { kind: "parses" },
    throws: true,
    gives: "parsed",
    example: { template: `$util.parseJson('{"a":1}').a`, output: "1" },
  },
  {
    name: "urlEncode",
    kind: "method",
    signatures: ["urlEncode(text: String): String"],
    documentation: "Encodes for a URL or form: a blank becomes `+`. *(recorded)*",
    effect: { kind: "encodes", characters: "A-Za-z0-9*\\-._+%", isForForms: true },
    throws: false,
    gives: "encoded",
    example: { template: "$util.urlEncode('a b&c')", output: "a+b%26c" },
  },
  {
    name: "urlDecode",
    kind: "method",
    signatures: ["urlDecode(text: String): String"],
    documentation: "Decodes text of a URL or form: `+` becomes a blank.",
    effect: { kind: "decodes" },
    throws: true,
    gives: "decoded",
    example: { template: "$util.urlDecode('a+b%26c')", output: "a b&c" },
  },
  {
    name: "base64Encode",
    kind: "method",
    signatures: ["base64Encode(text: String): String"],
    documentation: "Base64 of the text's UTF-8, without line ends. *(recorded)*",
    effect: { kind: "encodes", characters: "A-Za-z0-9+/=" },
    throws: false,
    gives: "encoded",
    example: { template: "$util.base64Encode('ab')", output: "YWI=" },
  },
  {
    name: "base64Decode",
    kind: "method",
    signatures: ["base64Decode(text: String): String"],
    documentation: "The text that Base64 holds. What is no Base64 ends in 500.",
    effect: { kind: "decodes" },
    throws: true,
    gives: "decoded",
    example: { template: "$util.base64Decode('YWI=')", output: "ab" },
  },
];
