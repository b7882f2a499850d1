import type { DefinitionProblem } from "@apigw-vtl/definitions";
import type { Problem } from "../../terminal/problem.js";

/** A problem of an API's files as the user sees it; `text` is that of the file it names. */
export function problemInDefinition(
  { code, severity, message, hint, file, range }: DefinitionProblem,
  text: string,
): Problem {
  return { code, severity, message, hint, location: { name: file, text, range } };
}
