import { documentationUrl, VtlRenderError, VtlSyntaxError } from "@apigw-vtl/compiler";
import type { SourceTemplate } from "../project/source-template.js";
import type { Reporter } from "../terminal/reporter.js";

/** More diagnostics than this are counted, not shown: after so many the first ones have scrolled away. */
const MAX_SHOWN = 20;

/** Shows an error of the compiler at its place in the template; false when it is some other error. */
export function reportTemplateError(error: unknown, template: SourceTemplate, reporter: Reporter): boolean {
  if (error instanceof VtlSyntaxError) {
    for (const { range, ...diagnostic } of error.diagnostics.slice(0, MAX_SHOWN)) {
      reporter.problem({ ...diagnostic, location: template.locate(range), url: documentationUrl(diagnostic.code) });
    }
    const more = error.diagnostics.length - MAX_SHOWN;
    if (more > 0) reporter.line(`… and ${more} more`);
    return true;
  }
  if (error instanceof VtlRenderError) {
    const { code, message, range, hint } = error;
    reporter.problem({
      severity: "error",
      code,
      message,
      location: template.locate(range),
      hint,
      url: documentationUrl(code),
    });
    return true;
  }
  return false;
}
