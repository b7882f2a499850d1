import { STEERING_CHARACTERS } from "@apigw-vtl/compiler";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/** No XML document may hold the last two either, not even as references. */
const FORBIDDEN = new RegExp(`[${STEERING_CHARACTERS}\\ufffe\\uffff]`, "gu");

/** A text within an element of XML or HTML. */
export function markupText(text: string): string {
  return escaped(text, /[&<>]/g);
}

/** ` name="value"` for each; line breaks survive a parser, which would make blanks of bare ones. */
export function markupAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value), /[&<>"\t\n]/g)}"`)
    .join("");
}

function escaped(text: string, special: RegExp): string {
  return withoutControls(text).replace(special, (char) => ENTITIES[char] ?? char);
}

/** A text that can neither steer a terminal nor turn a line round; line feeds and tabs stay. */
export function withoutControls(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd");
}
