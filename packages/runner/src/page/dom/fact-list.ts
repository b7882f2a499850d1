import { element } from "./element.js";

/** Names and values in a row; undefined when there are none. */
export function factList(facts: readonly (readonly [name: string, value: string])[]): HTMLElement | undefined {
  if (facts.length === 0) return undefined;
  const pairs = facts.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value)));
  return element("dl", { class: "facts" }, ...pairs);
}
