import { jsonErrorText } from "@apigw-vtl/definitions";
import { type ParseError, parseTree } from "jsonc-parser";
import type { OutputProblem } from "../requests/render.js";

/** Why an output is not JSON, the first place of it; none if it is. */
export function jsonProblems(output: string): readonly OutputProblem[] {
  try {
    JSON.parse(output);
    return [];
  } catch (error) {
    const errors: ParseError[] = [];
    parseTree(output, errors, { disallowComments: true });
    if (errors.length === 0) {
      const message = error instanceof Error ? error.message : String(error);
      return [{ message, start: 0, end: output.length }];
    }
    // What follows the first one is mostly its consequence.
    return errors.slice(0, 1).map(({ error: code, offset, length }) => ({
      message: sentence(jsonErrorText(code)),
      start: offset,
      end: Math.min(offset + length, output.length),
    }));
  }
}

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
