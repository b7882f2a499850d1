import { include } from "../grammar.js";
import { ruleName } from "../language/rule-name.js";
import type { Spelling } from "../spelling.js";
import type { Content } from "./content.js";
import { form } from "./form.js";
import { json } from "./json.js";
import { markup } from "./markup.js";

/** Whatever else: the template's own colours only. */
const text: Content = {
  name: "text",
  subtypes: "[\\w.+*-]+",
  rules: (spelling) => [include(ruleName(spelling, "language"))],
};

/** In the order in which a media type is compared with them. */
export const contents: readonly Content[] = [json, markup, form, text];

/** The rule of a content in the repository of `text.vtl`. */
export const contentRule = (spelling: Spelling, content: Content) => `${spelling.id}-${content.name}`;
