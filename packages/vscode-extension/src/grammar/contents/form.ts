import { include, scopes } from "../grammar.js";
import { ruleName } from "../language/rule-name.js";
import type { Content } from "./content.js";

/** `Action=SendMessage&Version=2012-11-05`, the fields on lines of their own or not. */
export const form: Content = {
  name: "form",
  subtypes: "x-www-form-urlencoded",
  firstCharacters: "[A-Za-z][\\w.-]*=",
  rules: (spelling) => [
    include(ruleName(spelling, "language")),
    {
      match: "(&)?\\b([A-Za-z][\\w.-]*)(=)",
      captures: scopes(
        "punctuation.separator.field.form",
        "support.type.property-name.form entity.other.attribute-name.form",
        "punctuation.separator.key-value.form",
      ),
    },
    { match: "%[0-9A-Fa-f]{2}|\\+", name: "constant.character.escape.form" },
  ],
};
