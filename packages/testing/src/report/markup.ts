const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/** Characters that no XML document may hold, not even as references, or that would turn a line round. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

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
