import type { InvocationJson, StepJson } from "../../report/invocation-json.js";
import { element } from "../dom/element.js";
import { tabs } from "../dom/tabs.js";
import { messagePane } from "../message/message-pane.js";
import { formatBytes } from "./format-bytes.js";
import { logView } from "./log-view.js";
import { statusText } from "./status-text.js";
import { stepDetail } from "./step-detail.js";
import { firstStepToShow, stepList } from "./step-list.js";

/** How results are looked at; stays from one to the next. */
export interface ResultSettings {
  tab: string;
  formatJson: boolean;
}

export interface ResultParts {
  /** How long it took; left out where nobody waited for it. */
  readonly milliseconds?: number;
  /** Which step is shown first; by default the one that one most likely wants to see. */
  readonly firstStep?: (steps: readonly StepJson[]) => number;
  /** Told when another step is chosen. */
  readonly onStep?: (step: StepJson) => void;
  /** Goes to where a step is declared; left out where nobody could. */
  readonly onPlace?: (step: StepJson) => void;
}

/** A request that was run: its response, its steps and its log. */
export function resultView(
  invocation: InvocationJson,
  settings: ResultSettings,
  { milliseconds, firstStep = firstStepToShow, onStep = () => {}, onPlace }: ResultParts = {},
): readonly HTMLElement[] {
  const { steps } = invocation;
  let current = firstStep(steps);
  const detail = element("div", { class: "step-detail", role: "region", "aria-labelledby": "step-title" });
  const response = element("div", { class: "panes", "data-panes": "1" });
  const render = () => {
    const step = steps[current];
    detail.replaceChildren(step === undefined ? "" : stepDetail(step, settings.formatJson, onPlace));
    response.replaceChildren(messagePane("Response", invocation.response, settings.formatJson));
  };
  const list = stepList(steps, current, (index) => {
    const chosen = steps[index];
    if (index !== current && chosen !== undefined) onStep(chosen);
    current = index;
    render();
  });
  const toggle = element("input", { type: "checkbox", id: "format-json" });
  toggle.checked = settings.formatJson;
  toggle.addEventListener("change", () => {
    settings.formatJson = toggle.checked;
    render();
  });
  const items = [
    { id: "steps", title: "Steps", panel: element("div", { class: "steps" }, list, detail) },
    { id: "response", title: "Response", panel: response },
    { id: "log", title: "Execution log", panel: logView(invocation.log) },
  ];
  return [
    element(
      "div",
      { class: "result-bar" },
      element("h2", { id: "result-heading", tabindex: "-1" }, "Result"),
      statusBadge(invocation.response.status),
      ...resultFacts(invocation, milliseconds),
    ),
    tabs(
      "Views of the result",
      items,
      settings.tab,
      (id) => {
        settings.tab = id;
      },
      element("span", { class: "check" }, toggle, element("label", { for: "format-json" }, "Indent JSON")),
    ),
  ];
}

function statusBadge(status: number): HTMLElement {
  return element("span", { class: "status", "data-class": String(Math.floor(status / 100)) }, statusText(status));
}

function resultFacts(
  { response, requestId, steps }: InvocationJson,
  milliseconds: number | undefined,
): readonly HTMLElement[] {
  const failed = steps.find(({ outcome }) => outcome === "failed");
  const size =
    response.body === undefined
      ? atob(response.bodyBase64 ?? "").length
      : new TextEncoder().encode(response.body).length;
  const type = response.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const time = milliseconds === undefined ? undefined : `${Math.round(milliseconds)} ms`;
  const texts = [time, formatBytes(size), type, requestId].filter((text) => text !== undefined);
  return [
    ...texts.map((text) => element("span", { class: "result-fact" }, text)),
    ...(failed === undefined ? [] : [element("span", { class: "result-fact failed-at" }, "one step failed")]),
  ];
}
