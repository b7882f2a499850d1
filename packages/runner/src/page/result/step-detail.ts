import type { StepJson } from "../../report/invocation-json.js";
import { element } from "../dom/element.js";
import { factList } from "../dom/fact-list.js";
import { messagePanes, pane } from "../message/message-pane.js";
import { numberedLines } from "../message/numbered-lines.js";
import { STEP_TITLES } from "./step-titles.data.js";

/**
 * A step: what happened and why, then input, template and output side by side. `onPlace` goes to where it is declared, in
 * a page that can.
 */
export function stepDetail(step: StepJson, format: boolean, onPlace?: (step: StepJson) => void): HTMLElement {
  const { title, phase } = STEP_TITLES[step.name];
  const { input, output } = messagePanes(step.input, step.output, format);
  const template =
    step.template === undefined ? undefined : pane("Template", step.facts.template, numberedLines(step.template));
  const panes = [input, template, output].filter((item) => item !== undefined);
  return element(
    "div",
    { class: "step-detail-content" },
    element("p", { class: "step-phase" }, phase),
    element(
      "h3",
      { class: "step-title", id: "step-title" },
      title,
      " ",
      element("span", { class: "outcome", "data-outcome": step.outcome }, step.outcome),
    ),
    element("p", { class: "explanation" }, step.explanation),
    factList(Object.entries(step.facts)),
    step.place === undefined
      ? undefined
      : element("p", { class: "place" }, "Declared in ", placeElement(step, placeText(step.place), onPlace)),
    panes.length === 0
      ? element("p", { class: "empty" }, "This step has no message to show.")
      : element("div", { class: "panes", "data-panes": String(panes.length) }, ...panes),
  );
}

function placeElement(step: StepJson, text: string, onPlace: ((step: StepJson) => void) | undefined): HTMLElement {
  if (onPlace === undefined) return element("code", {}, text);
  const button = element("button", { type: "button", class: "place-link" }, element("code", {}, text));
  button.addEventListener("click", () => onPlace(step));
  return button;
}

/** `api.yaml:12:3`, as compilers write it and editors understand it. */
function placeText({ file, line, column }: NonNullable<StepJson["place"]>): string {
  return line === undefined || column === undefined ? file : `${file}:${line}:${column}`;
}
