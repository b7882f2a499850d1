/** A character in a message: one that cannot be seen, or looks like a blank, by its number. */
export function describeChar(char: string): string {
  if (char === " " || !/^[\p{Z}\p{Cc}\p{Cf}]$/u.test(char)) return char;
  const name = char < " " ? "control character" : "invisible character";
  return `the ${name} U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
