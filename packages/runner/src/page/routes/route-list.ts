import type { PageRoute } from "../../node/server/page/describe-api.js";
import { moveWithArrows } from "../dom/arrow-keys.js";
import { element, spoken } from "../dom/element.js";
import { routeHref, routeKey } from "./route-key.js";

/** The list of routes, with a field that narrows it down. */
export class RouteList {
  readonly #filter = element("input", {
    type: "search",
    id: "route-filter",
    placeholder: "Filter by path, method, type",
    autocomplete: "off",
    spellcheck: "false",
  });
  readonly #list = element("ul", { class: "route-list" });
  readonly #count = element("p", { class: "route-count", role: "status" });
  #routes: readonly PageRoute[] = [];
  #selected: string | undefined;

  constructor(place: HTMLElement) {
    this.#filter.addEventListener("input", () => this.#render());
    this.#filter.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      this.#list.querySelector("a")?.focus();
    });
    moveWithArrows(this.#list, "a");
    place.replaceChildren(
      element("h2", { id: "routes-heading" }, "Routes"),
      element("label", { for: "route-filter", class: "visually-hidden" }, "Filter routes"),
      this.#filter,
      this.#list,
      this.#count,
    );
  }

  show(routes: readonly PageRoute[], selected: string | undefined): void {
    this.#routes = routes;
    this.#selected = selected;
    this.#render();
  }

  focusFilter(): void {
    this.#filter.focus();
  }

  #render(): void {
    const words = this.#filter.value.toLowerCase().split(/\s+/);
    const shown = this.#routes.filter((route) => words.every((word) => searchText(route).includes(word)));
    const focused = this.#list.contains(document.activeElement)
      ? document.activeElement?.getAttribute("href")
      : undefined;
    this.#list.replaceChildren(...shown.map((route) => this.#item(route)));
    for (const link of this.#list.querySelectorAll("a")) if (link.getAttribute("href") === focused) link.focus();
    const all = this.#routes.length;
    this.#count.textContent =
      all === 0
        ? "This API has no routes."
        : shown.length === all
          ? `${all} routes`
          : `${shown.length} of ${all} routes`;
  }

  #item(route: PageRoute): HTMLElement {
    const isSelected = routeKey(route) === this.#selected;
    return element(
      "li",
      {},
      element(
        "a",
        { href: routeHref(route), "aria-current": isSelected ? "true" : undefined, title: routeKey(route) },
        methodBadge(route.httpMethod),
        breakablePath(route.path),
        element("span", { class: "route-type" }, spoken("integration "), route.integration?.type ?? "none"),
      ),
    );
  }
}

/** A path that may be broken before its slashes. */
export function breakablePath(path: string): HTMLElement {
  const parts = path.split(/(?=\/)/).flatMap((part, index) => (index === 0 ? [part] : [element("wbr"), part]));
  return element("span", { class: "route-path" }, ...parts);
}

export function methodBadge(method: string): HTMLElement {
  return element("span", { class: "method", "data-method": method }, method);
}

function searchText(route: PageRoute): string {
  return `${route.httpMethod} ${route.path} ${route.integration?.type ?? ""} ${route.operationName ?? ""}`.toLowerCase();
}
