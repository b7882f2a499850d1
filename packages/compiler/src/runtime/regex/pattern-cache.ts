import { Pattern } from "./pattern.js";

const MAX_PATTERNS = 200;
/** Longer patterns are compiled anew each time, which bounds the memory that untrusted templates can hold. */
const MAX_SOURCE_LENGTH = 4096;

const patterns = new Map<string, Pattern>();

/**
 * `Pattern.compile`, with the last used patterns kept.
 * @throws JavaException PatternSyntaxException
 */
export function compilePattern(source: string): Pattern {
  const known = patterns.get(source);
  if (known !== undefined) {
    patterns.delete(source);
    patterns.set(source, known);
    return known;
  }
  const pattern = new Pattern(source);
  if (source.length <= MAX_SOURCE_LENGTH) {
    patterns.set(source, pattern);
    if (patterns.size > MAX_PATTERNS) patterns.delete(patterns.keys().next().value!);
  }
  return pattern;
}
