/** The first character in which two texts differ; `undefined` if they are the same. */
export function firstDifference(expected: string, actual: string): number | undefined {
  if (expected === actual) return undefined;
  const shorter = Math.min(expected.length, actual.length);
  for (let i = 0; i < shorter; i++) if (expected.charCodeAt(i) !== actual.charCodeAt(i)) return i;
  return shorter;
}

/** Why two texts differ that look alike. */
export function hintForTexts(expected: string, actual: string): string | undefined {
  if (expected === `${actual}\n` || expected === `${actual}\r\n`) {
    return "only the line feed at the end of what is expected is too much; many editors add one";
  }
  if (`${expected}\n` === actual) return "only the line feed at the end of what is expected is missing";
  if (expected.replaceAll("\r\n", "\n") === actual.replaceAll("\r\n", "\n")) return "only the line ends differ";
  if (expected.replace(/\s+/g, "") === actual.replace(/\s+/g, "")) {
    return "only white space differs: json instead of output compares what it says";
  }
  return undefined;
}
