import { InputError, UsageError } from "../failure.js";
import type { Reporter } from "./reporter.js";

/** Shows a problem that the user can solve; false when the error is something else. */
export function reportFailure(error: unknown, reporter: Reporter): boolean {
  if (!(error instanceof UsageError || error instanceof InputError)) return false;
  reporter.problem({ severity: "error", message: error.message, location: error.location, hint: error.hint });
  return true;
}
