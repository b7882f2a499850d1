import { quotedWhole } from "../../queries/json-quotes.js";
import { defineRule } from "../../rule.js";

/** `$input.json` brings its own quotes. */
export const quotedInputJson = defineRule({
  meta: {
    id: "quoted-input-json",
    title: "`$input.json` in quotes, which it brings itself",
    level: "error",
    set: "recommended",
    about: "output",
    fixable: "unsafe",
  },
  create(context) {
    return {
      Printed({ reference, value, position }) {
        if (value.nature !== "json" || (position !== "json-string" && position !== "json-key")) return;
        const quoted = quotedWhole(context.source, reference.range);
        const text = context.text(reference.range);
        context.report({
          range: reference.range,
          message:
            "This is JSON already, with quotes of its own if it is a text: in quotes it breaks the document. " +
            (quoted
              ? `Write \`${text}\` without the quotes around it.`
              : "Use `$input.path` with escaping to put a text into another."),
          ...(quoted && position === "json-string" && { fix: [{ range: quoted, text }] }),
        });
      },
    };
  },
});
