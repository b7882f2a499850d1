import { JavaException } from "../../value.js";
import { compilePattern, Matcher } from "../index.js";

/** Every match as `start-end(group,…)`. */
export function findAll(source: string, input: string): string {
  const pattern = compilePattern(source);
  const matcher = new Matcher(pattern, input);
  const matches: string[] = [];
  while (matcher.find()) {
    const groups = Array.from({ length: pattern.groupCount }, (_, i) => {
      const [start, end] = matcher.groupBounds(i + 1);
      return start === -1 ? "" : `${start}-${end}`;
    });
    matches.push(`${matcher.start}-${matcher.end}${groups.length > 0 ? `(${groups.join(",")})` : ""}`);
  }
  return matches.join(" ");
}

/** What comes of a call, or the exception of Java that it ends in. */
export function outcome(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof JavaException) return `${error.javaClass}: ${error.message}`;
    throw error;
  }
}
