import { firstStepToShow, type ResultSettings, resultView, type StepJson } from "@apigw-vtl/runner/page";
import type { MessageFromPage, PlacedProblem, PreviewSteps } from "../protocol.js";
import { button, element } from "./elements.js";
import { replaceKeepingPlace } from "./replace-keeping-place.js";

type Ran = Extract<PreviewSteps, { kind: "ran" }>;

/** A sample's way through the gateway, as the page of `vtl serve` shows it; what is looked at stays while one types. */
export class StepsView {
  readonly element = element("div", { className: "gateway" });
  readonly #post: (message: MessageFromPage) => void;
  readonly #settings: ResultSettings = { tab: "steps", formatJson: true };
  /** The step that was chosen; without one that is shown which matters most. */
  #chosen: StepJson["name"] | undefined;
  /** The step of the template that was shown last. */
  #own: Ran["step"] | undefined;
  #notesOpen = false;
  #shown: string | undefined;

  constructor(post: (message: MessageFromPage) => void) {
    this.#post = post;
  }

  show(steps: PreviewSteps | undefined): void {
    const key = JSON.stringify(steps);
    if (key === this.#shown && this.element.hasChildNodes()) return;
    this.#shown = key;
    replaceKeepingPlace(this.element, this.#content(steps));
  }

  #content(steps: PreviewSteps | undefined): readonly Node[] {
    switch (steps?.kind) {
      case undefined:
        return [element("p", { className: "nothing", textContent: "The request is on its way." })];
      case "not-run":
        return [...notRun(steps.reason, steps.hint), ...this.#problems(steps.problems)];
      case "ran":
        // What was looked at of a request template says nothing of a response template.
        if (this.#own !== steps.step) this.#chosen = undefined;
        this.#own = steps.step;
        return [...this.#about(steps), ...this.#problems(steps.problems), ...this.#result(steps)];
    }
  }

  /** The request, and what of it the sample did not say. */
  #about({ request, reached, notes }: Ran): readonly Node[] {
    const line = element("p", { className: "request-line" });
    line.append("Request ", element("code", { textContent: request }));
    const missed =
      "This request does not lead to the template in the editor. The steps tell what is taken instead, and why.";
    const notice = reached ? [] : [element("p", { className: "not-reached", textContent: missed })];
    return [line, ...notice, ...this.#notes(notes)];
  }

  #notes(notes: readonly string[]): readonly Node[] {
    if (notes.length < 2) return notes.map((note) => element("p", { className: "notes", textContent: note }));
    const details = element("details", { className: "notes", open: this.#notesOpen });
    details.addEventListener("toggle", () => {
      this.#notesOpen = details.open;
    });
    const title = `${notes.length} things to know about this request`;
    const summary = element("summary", { id: "notes", textContent: title });
    const list = element("ul");
    list.append(...notes.map((note) => element("li", { textContent: note })));
    details.append(summary, list);
    return [details];
  }

  #problems(problems: readonly PlacedProblem[]): readonly Node[] {
    if (problems.length === 0) return [];
    const list = element("ul", { className: "definition-problems", ariaLabel: "Problems of the API definition" });
    list.append(
      ...problems.map(({ severity, message, hint, place }, index) => {
        const item = element("li", { className: severity });
        const text = hint === undefined ? message : `${message}: ${hint}`;
        item.append(element("strong", { textContent: severity }), ` ${text} `);
        const link = button(place, () => this.#post({ type: "revealProblem", index }));
        link.className = "place-link";
        item.append(link);
        return item;
      }),
    );
    return [list];
  }

  #result({ invocation, step }: Ran): readonly Node[] {
    return resultView(invocation, this.#settings, {
      firstStep: (steps) => this.#firstStep(steps, step),
      onStep: ({ name }) => {
        this.#chosen = name;
      },
      onPlace: (placed) => this.#post({ type: "revealStep", index: invocation.steps.indexOf(placed) }),
    });
  }

  #firstStep(steps: readonly StepJson[], own: Ran["step"]): number {
    const chosen = steps.findIndex(({ name }) => name === this.#chosen);
    if (chosen !== -1) return chosen;
    if (steps.some(({ outcome }) => outcome === "failed")) return firstStepToShow(steps);
    const template = steps.findIndex(({ name }) => name === own);
    return template === -1 ? firstStepToShow(steps) : template;
  }
}

function notRun(reason: string, hint: string | undefined): readonly Node[] {
  const parts = [element("p", { textContent: reason })];
  if (hint !== undefined) parts.push(element("p", { className: "hint", textContent: hint }));
  const section = element("section", { className: "no-steps" });
  section.append(element("h2", { textContent: "There are no steps to show" }), ...parts);
  return [section];
}

/** For the status line, which screen readers read out. */
export function stepsSummary(steps: PreviewSteps | undefined): string {
  if (steps === undefined) return "";
  if (steps.kind === "not-run") return "no steps";
  const { request, invocation } = steps;
  const failed = invocation.steps.some(({ outcome }) => outcome === "failed") ? ", one step failed" : "";
  return `${request}: ${invocation.response.status}${failed}`;
}
