import { element } from "../dom/element.js";

/** `EEE MMM dd HH:mm:ss UTC yyyy : text`, as the console's TEST log has it. */
const DATED = /^(\w{3} \w{3} \d{2} \d{2}:\d{2}:\d{2} UTC \d{4}) : (.*)$/s;

/** The execution log; its dates stand back. */
export function logView(lines: readonly string[]): HTMLElement {
  return element(
    "div",
    { class: "log", role: "region", "aria-label": "Execution log", tabindex: "0" },
    element("pre", { class: "code" }, ...lines.map(logLine)),
  );
}

function logLine(line: string): HTMLElement {
  const [, date, text] = DATED.exec(line) ?? [];
  const failed = /^(?:Execution failed|Invalid|Malformed)/.test(text ?? line);
  return element(
    "span",
    { class: failed ? "line log-failed" : "line" },
    date === undefined ? undefined : element("span", { class: "log-date" }, `${date} : `),
    element("code", {}, text ?? line),
  );
}
