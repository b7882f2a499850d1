/** The page of the preview: shows what it is sent, and sends what is clicked. It computes nothing of templates. */

import { afterPress } from "@apigw-vtl/runner/page";
import type { PreviewMemory } from "../preview-memory.js";
import type { MessageFromPage, MessageToPage, PreviewState, SampleChoice, Stretch } from "../protocol.js";
import { showContent } from "./content-view.js";
import { byId, element } from "./elements.js";
import { showFacts } from "./facts-view.js";
import type { OutputView } from "./output-view.js";
import { StepsView, stepsSummary } from "./steps-view.js";
import { Views } from "./views.js";

declare function acquireVsCodeApi(): {
  postMessage(message: MessageFromPage): void;
  setState(kept: PreviewMemory): void;
};

const code = acquireVsCodeApi();
const post = (message: MessageFromPage) => code.postMessage(message);
const sample = byId("sample", HTMLSelectElement);
const compared = byId("compared", HTMLSelectElement);
const content = element("div", { className: "content" });
const steps = new StepsView(post);
const views = new Views(content, steps.element, (view) => post({ type: "show", view }));
byId("content", HTMLElement).append(views.element);
const status = byId("status", HTMLElement);
let outputView: OutputView | undefined;
/** The content that the page shows, as text. */
let shown: string | undefined;

sample.addEventListener("change", () => post({ type: "choose", sample: sample.value }));
compared.addEventListener("change", () => post({ type: "compare", sample: compared.value || undefined }));
for (const [id, type] of [
  ["open-sample", "openSample"],
  ["new-sample", "newSample"],
  ["add-case", "addCase"],
  ["breaking", "showBreakingRequest"],
] as const) {
  byId(id, HTMLButtonElement).addEventListener("click", () => post({ type }));
}

const show = afterPress((state: PreviewState): void => {
  code.setState(state.memory);
  byId("title", HTMLElement).textContent = state.title;
  fill(sample, state.samples, state.chosen);
  const others = state.samples.filter(({ id }) => id !== state.chosen);
  fill(compared, [{ id: "", label: "nothing" }, ...others], state.comparedWith ?? "");
  compared.disabled = others.length === 0;
  // Afterwards the page knows better: a state may be older than a click.
  if (shown === undefined) views.show(state.view);
  // What stays the same is left alone: the caret in it, the scroll position.
  const key = JSON.stringify(state.content);
  if (key !== shown) outputView = showContent(content, state.content, post);
  shown = key;
  steps.show(state.steps);
  showFacts(
    byId("overrides", HTMLElement),
    "Overrides",
    state.content.kind === "output" ? state.content.overrides : [],
  );
  showFacts(byId("facts", HTMLElement), "Integration", state.facts);
  showFacts(byId("request", HTMLElement), "Request", state.request);
  status.textContent = summaryOf(state);
});

/** After what is new has been shown: marks in an output that is replaced would be gone. */
const mark = afterPress((stretches: readonly Stretch[]): void => outputView?.mark(stretches));

function fill(select: HTMLSelectElement, choices: readonly SampleChoice[], chosen: string): void {
  select.replaceChildren(
    ...choices.map(({ id, label }) => element("option", { value: id, textContent: label, selected: id === chosen })),
  );
}

function summaryOf({ content, view, steps }: PreviewState): string {
  if (view === "steps") return stepsSummary(steps);
  if (content.kind !== "output") return "";
  const { language, problems, output } = content;
  const size = `${output.length} characters`;
  if (problems.length > 0) return `${size}, ${problems.length === 1 ? "one problem" : `${problems.length} problems`}`;
  return language === "json" ? `${size}, valid JSON` : size;
}

window.addEventListener("message", ({ data }: MessageEvent<MessageToPage>) => {
  if (data.type === "state") show(data.state);
  else mark(data.stretches);
});

post({ type: "ready" });
