import { firstLine } from "../../queries/first-line.js";
import { defineRule } from "../../rule.js";

/** The service takes templates of up to 300 KB. */
export const templateTooLarge = defineRule({
  meta: {
    id: "template-too-large",
    title: "A template larger than 300 KB",
    level: "error",
    set: "recommended",
    options: { bytes: { type: "number", default: 300 * 1024, description: "The largest size in bytes of UTF-8" } },
  },
  create(context) {
    return {
      Template() {
        // No unit takes more than three bytes.
        if (context.source.length * 3 <= context.options.bytes) return;
        const bytes = utf8Length(context.source);
        if (bytes <= context.options.bytes) return;
        context.report({
          range: firstLine(context.source),
          message:
            `The template has ${Math.ceil(bytes / 1024)} KB; the service takes ${Math.floor(context.options.bytes / 1024)} KB ` +
            "and refuses the deployment. Move the work to the backend.",
        });
      },
    };
  },
});

function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair counts two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
