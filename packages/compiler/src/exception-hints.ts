import type { JavaException } from "./runtime/value.js";

/** What keeps a call from failing, by the beginning of what Java says. */
const hints: readonly (readonly [beginning: RegExp, hint: string])[] = [
  [
    /^java\.lang\.NumberFormatException/,
    'The text is no number, and may be missing. Test it before the call: #if($text.matches("-?[0-9]{1,9}")).',
  ],
  [
    /^java\.lang\.(?:String)?IndexOutOfBoundsException: No group/,
    'In the second argument of replaceAll `$` refers to a group. Write `\\$`, or use .replace("a", "b").',
  ],
  [/^java\.lang\.StringIndexOutOfBoundsException/, "Test the length before the call: #if($text.length() > 10)."],
  [/^java\.lang\.IndexOutOfBoundsException/, "Test the size before the call: #if($list.size() > 0)."],
  [
    /^java\.lang\.IllegalArgumentException: Illegal base64 character (?:2d|5f)$/,
    'Base64 for URLs has other characters. Replace them first: $util.base64Decode($text.replace("-", "+").replace("_", "/")).',
  ],
  [
    /^java\.lang\.IllegalArgumentException: (?:Illegal base64|Input byte|Last unit)/,
    'The text is no Base64. Test it before the call: #if($text.matches("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")).',
  ],
  [
    /^java\.lang\.IllegalArgumentException: URLDecoder/,
    'Each `%` needs two hexadecimal digits behind it. Test the text before the call: #if(!$text.matches("(?s).*%(?![0-9A-Fa-f]{2}).*")).',
  ],
  [
    /^java\.util\.regex\.PatternSyntaxException/,
    "The first argument is a regular expression. Use .replace or .contains for a text as it is.",
  ],
  [/^java\.lang\.NullPointerException/, 'Something that is given to the call has no value. Test it: #if($x != "").'],
  [
    /^java\.lang\.ClassCastException/,
    "The values are not of one kind. Make texts of them before the call: $x.toString().",
  ],
  [
    /^java\.util\.ConcurrentModificationException/,
    "A list cannot be changed while a #foreach walks it. Gather the changes in another one.",
  ],
  [/^java\.lang\.UnsupportedOperationException/, "This list cannot be changed. Copy it first: #set($copy = [])."],
  [/^java\.lang\.ArithmeticException/, "Test the number before the call: #if($n != 0)."],
];

const OTHERWISE = "Test the value before the call, so that it is made only where it can be.";

/** What to do about an exception that a Java method has thrown. */
export function exceptionHint({ javaClass, message }: JavaException): string {
  const said = `${javaClass}: ${message}`;
  return hints.find(([beginning]) => beginning.test(said))?.[1] ?? OTHERWISE;
}
