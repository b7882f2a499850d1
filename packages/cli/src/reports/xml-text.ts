import { printable } from "../terminal/printable.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/** Characters that no XML 1.0 document may hold, not even as references, beside those that could steer a terminal. */
const FORBIDDEN = /[\ufffe\uffff]/g;

/** ` name="value"` for each; line breaks survive a parser, which would make blanks of bare ones. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
}

export function xmlText(text: string): string {
  return printable(text)
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);
}

function escapeXml(text: string): string {
  return printable(text)
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"\t\n]/g, (char) => ENTITIES[char] ?? char);
}
