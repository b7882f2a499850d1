/** Controls with an escape of a letter, and these letters, in the same order. */
export const CONTROLS = "\b\t\n\f\r";
export const CONTROL_LETTERS = "btnfr";

/** The escape that Java libraries write for a character: `\n`, `\"`, or `\u00AB` for what is not ASCII. */
export function javaEscape(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0x20 && code < 0x7f) return `\\${unit}`;
  const control = CONTROLS.indexOf(unit);
  if (control >= 0) return `\\${CONTROL_LETTERS.charAt(control)}`;
  return `\\u${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
