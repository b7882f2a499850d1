import type { PageApi } from "../node/server/page/describe-api.js";
import { element } from "./dom/element.js";

/** The head of the page: which API is served, and whether that is what the files say now. */
export class TopBar {
  readonly #name = element("span", { class: "api-name" });
  readonly #facts = element("span", { class: "api-facts" });
  readonly #connection = element("span", { class: "connection", role: "status" });
  readonly #problem = element("div", { class: "notice error", role: "alert" });

  constructor(place: HTMLElement) {
    this.#problem.hidden = true;
    place.replaceChildren(
      element(
        "div",
        { class: "top-line" },
        element("h1", {}, element("span", { class: "brand" }, "vtl serve"), " ", this.#name),
        this.#facts,
        this.#connection,
      ),
      this.#problem,
    );
  }

  show(api: PageApi): void {
    this.#name.textContent = api.name;
    this.#facts.textContent = `${api.id} · stage ${api.stageName}`;
    this.#problem.hidden = api.problem === undefined;
    this.#problem.replaceChildren(
      ...(api.problem === undefined
        ? []
        : [
            element("p", {}, "The definition as it is now cannot be served. What was there before is still running."),
            element("pre", { class: "code" }, api.problem),
          ]),
    );
  }

  showProblem(message: string): void {
    this.#problem.hidden = false;
    this.#problem.replaceChildren(element("p", {}, message));
  }

  showConnection(connected: boolean): void {
    this.#connection.dataset.connected = String(connected);
    this.#connection.textContent = connected ? "connected" : "not connected";
  }
}
