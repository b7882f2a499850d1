import { tabs } from "@apigw-vtl/runner/page";
import type { PreviewView } from "../preview-memory.js";

/** The output and the way through the gateway, as tabs. */
export class Views {
  readonly element: HTMLElement;
  #view: PreviewView = "output";

  constructor(output: HTMLElement, steps: HTMLElement, onChoose: (view: PreviewView) => void) {
    const items = [
      { id: "output", view: "output", title: "Output", panel: output },
      { id: "gateway", view: "steps", title: "Steps through the gateway", panel: steps },
    ] as const;
    this.element = tabs("What is shown of the template", items, "output", (id) => {
      const view = items.find((item) => item.id === id)?.view ?? "output";
      if (view === this.#view) return;
      this.#keep(view);
      onChoose(view);
    });
    this.#keep("output");
  }

  /** Shows one of them, as it was chosen before the page was loaded. */
  show(view: PreviewView): void {
    if (view === this.#view) return;
    this.#keep(view);
    this.element.querySelector<HTMLElement>(`#tab-${view === "steps" ? "gateway" : "output"}`)?.click();
  }

  #keep(view: PreviewView): void {
    this.#view = view;
    document.body.dataset.view = view;
  }
}
