import { element, spoken } from "../dom/element.js";
import type { ComparedLine } from "./compare-lines.js";

/** Which side of a comparison lines are of; `only` is compared with nothing. */
export type Side = "before" | "after" | "only";

const MARKS = {
  before: { sign: "−", tag: "del", spoken: "only before: " },
  after: { sign: "+", tag: "ins", spoken: "only after: " },
  only: { sign: "", tag: "mark", spoken: "" },
} as const;

/** Lines of data. What the other side lacks has a sign at its begin and is marked, not by colour alone. */
export function codeBlock(lines: readonly ComparedLine[], side: Side): HTMLElement {
  return element("pre", { class: "code", "data-side": side }, ...lines.map((line) => codeLine(line, side)));
}

function codeLine({ changed, parts }: ComparedLine, side: Side): HTMLElement {
  const mark = MARKS[side];
  return element(
    "span",
    { class: changed ? "line changed" : "line" },
    element("span", { class: "gutter", "aria-hidden": "true" }, changed ? mark.sign : ""),
    changed && mark.spoken !== "" ? spoken(mark.spoken) : undefined,
    element(
      "code",
      {},
      ...parts.map(({ text, changed: isChanged }) => (isChanged ? element(mark.tag, {}, text) : text)),
    ),
  );
}
