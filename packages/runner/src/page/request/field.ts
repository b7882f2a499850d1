import { element } from "../dom/element.js";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A labelled control with a hint below it and room for what is wrong with its value. */
export class Field<C extends Control = Control> {
  readonly element: HTMLElement;
  readonly control: C;
  readonly #error: HTMLElement;
  readonly #hintId: string | undefined;

  constructor(id: string, label: string, control: C, { hint, required }: { hint?: string; required?: boolean } = {}) {
    this.control = control;
    control.id = id;
    this.#hintId = hint === undefined ? undefined : `${id}-hint`;
    this.#error = element("p", { class: "field-error", id: `${id}-error` });
    this.#error.hidden = true;
    if (required) control.setAttribute("aria-required", "true");
    control.addEventListener("input", () => this.showError(undefined));
    this.element = element(
      "div",
      { class: "field" },
      element("label", { for: id }, label, required ? element("span", { class: "required" }, " required") : undefined),
      control,
      hint === undefined ? undefined : element("p", { class: "hint", id: `${id}-hint` }, hint),
      this.#error,
    );
    this.#describe();
  }

  /** Shows what is wrong with the value, or that nothing is. */
  showError(message: string | undefined): void {
    this.#error.hidden = message === undefined;
    this.#error.textContent = message ?? "";
    if (message === undefined) this.control.removeAttribute("aria-invalid");
    else this.control.setAttribute("aria-invalid", "true");
    this.#describe();
  }

  #describe(): void {
    const ids = [this.#hintId, this.#error.hidden ? undefined : this.#error.id].filter((id) => id !== undefined);
    if (ids.length === 0) this.control.removeAttribute("aria-describedby");
    else this.control.setAttribute("aria-describedby", ids.join(" "));
  }
}

/** A control for data: monospaced, and nothing is corrected in it. */
export function textInput(attributes: Readonly<Record<string, string>> = {}): HTMLInputElement {
  return element("input", { type: "text", autocomplete: "off", spellcheck: "false", ...attributes });
}

export function textArea(rows: number, attributes: Readonly<Record<string, string>> = {}): HTMLTextAreaElement {
  return element("textarea", { rows: String(rows), autocomplete: "off", spellcheck: "false", ...attributes });
}
