import { element } from "../dom/element.js";

/** A template's text with its line numbers. */
export function numberedLines(text: string): HTMLElement {
  return element(
    "pre",
    { class: "code numbered" },
    ...text
      .split("\n")
      .map((line, index) =>
        element(
          "span",
          { class: "line" },
          element("span", { class: "gutter", "aria-hidden": "true" }, String(index + 1)),
          element("code", {}, line),
        ),
      ),
  );
}
