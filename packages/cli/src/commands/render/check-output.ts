import { type CompleteEvent, type DialectName, printedBy, renderTraced } from "@apigw-vtl/compiler";
import { checkJson } from "../../json/check-json.js";
import type { SourceTemplate } from "../../project/source-template.js";
import type { Reporter } from "../../terminal/reporter.js";

/** True when the output is JSON; else shows where it stops being so, in the output and in the template. */
export function reportUnlessJson(
  output: string,
  template: SourceTemplate,
  event: CompleteEvent,
  dialect: DialectName,
  reporter: Reporter,
): boolean {
  const problem = checkJson(output);
  if (problem === undefined) return true;
  const { message, hint, start, end } = problem;
  const location = { name: "<output>", text: output, range: { start, end } };
  reporter.problem({ severity: "error", message: `the output is not JSON: ${message}`, location, hint });
  const { trace } = renderTraced(template.text, event, { dialect });
  const range = printedBy(trace, start, template.text, output);
  if (range !== undefined) {
    const note = start < output.length ? "printed here" : "the output ends with this";
    reporter.problem({ severity: "note", message: note, location: template.locate(range) });
  }
  return false;
}
