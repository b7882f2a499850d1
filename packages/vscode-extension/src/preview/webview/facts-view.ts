import type { Fact } from "../protocol.js";
import { element } from "./elements.js";

/** A heading and a list of names with values; nothing when there are none. */
export function showFacts(parent: HTMLElement, heading: string, facts: readonly Fact[]): void {
  parent.hidden = facts.length === 0;
  const list = element("dl");
  for (const { name, value } of facts) {
    list.append(element("dt", { textContent: name }), element("dd", { textContent: value }));
  }
  parent.replaceChildren(element("h2", { textContent: heading }), list);
}
