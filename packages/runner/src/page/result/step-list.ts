import type { StepJson } from "../../report/invocation-json.js";
import { moveWithArrows } from "../dom/arrow-keys.js";
import { element, spoken } from "../dom/element.js";
import { PHASES, STEP_TITLES } from "./step-titles.data.js";

const SIGNS = { done: "✓", skipped: "–", failed: "✕" } as const;

/** The steps in their phases, as buttons; `onSelect` is told which one is looked at. */
export function stepList(steps: readonly StepJson[], selected: number, onSelect: (index: number) => void): HTMLElement {
  const buttons = steps.map((step, index) => {
    const button = element(
      "button",
      { type: "button", class: "step", "data-step": step.name, "data-outcome": step.outcome },
      element("span", { class: "step-sign", "aria-hidden": "true" }, SIGNS[step.outcome]),
      STEP_TITLES[step.name].title,
      spoken(`, ${step.outcome}`),
    );
    button.addEventListener("click", () => select(index));
    return button;
  });
  const select = (index: number) => {
    for (const [i, button] of buttons.entries()) {
      if (i === index) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    onSelect(index);
  };
  const phases = PHASES.flatMap((phase) => {
    const items = buttons.filter((_button, index) => {
      const step = steps[index];
      return step !== undefined && STEP_TITLES[step.name].phase === phase;
    });
    if (items.length === 0) return [];
    return [
      element("h3", { class: "phase" }, phase),
      element("ol", { class: "phase-steps", "aria-label": phase }, ...items.map((button) => element("li", {}, button))),
    ];
  });
  const list = element("div", { class: "step-list" }, ...phases);
  moveWithArrows(list, "button", (item) => item.click());
  select(selected);
  return list;
}

/** The step that one most likely wants to see: where it failed, else the first template that ran, else the backend. */
export function firstStepToShow(steps: readonly StepJson[]): number {
  const finders: readonly ((step: StepJson) => boolean)[] = [
    ({ outcome }) => outcome === "failed",
    ({ template, output }) => template !== undefined && output !== undefined,
    ({ name }) => name === "integration",
  ];
  for (const find of finders) {
    const index = steps.findIndex(find);
    if (index !== -1) return index;
  }
  return 0;
}
