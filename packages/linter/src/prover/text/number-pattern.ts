/** After the first digit: `[0-9]*`, `[0-9]{0,2}`, `[0-9]?[0-9]?`. */
const MORE_DIGITS = String.raw`(?:\[0-9\](?:[*+?]|\{\d+(?:,\d*)?\})?)*`;
const WITHOUT_ZEROS = String.raw`\[1-9\]${MORE_DIGITS}`;
const INTEGER = String.raw`(?:\(0\|${WITHOUT_ZEROS}\)|0\|${WITHOUT_ZEROS}|${WITHOUT_ZEROS})`;
const FRACTION = String.raw`(?:\\\.|\[\.\])\[0-9\](?:\+|\{[1-9]\d*(?:,\d*)?\})`;
const numberPattern = new RegExp(String.raw`^(?:-\?)?${INTEGER}(?:${FRACTION}|\(${FRACTION}\)\??)?$`);

/** Whether a regular expression surely matches JSON's numbers only, such as `-?(0|[1-9]\d*)(\.\d+)?`. */
export function matchesNumbersOnly(regex: string): boolean {
  const plain = regex.replace(/^\^/, "").replace(/\$$/, "").replaceAll("\\d", "[0-9]").replaceAll("(?:", "(");
  return numberPattern.test(plain);
}
