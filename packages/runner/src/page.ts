/** What shows a request that was run, for other pages; `page.css` is its style. Needs a DOM. */
export { afterPress } from "./page/dom/after-press.js";
export { tabs } from "./page/dom/tabs.js";
export { type ResultParts, type ResultSettings, resultView } from "./page/result/result-view.js";
export { firstStepToShow } from "./page/result/step-list.js";
export type { InvocationJson, StepJson } from "./report/invocation-json.js";
