import { compile, isJson } from "@apigw-vtl/compiler";
import { expect } from "vitest";
import type { ProofResult } from "../src/prover/index.js";

/** Renders a witness anew and looks at what is printed, without what the prover knows of it. */
export function checkWitness(source: string, { effect, witness }: Extract<ProofResult, { status: "broken" }>): void {
  const { event, output, outputOffset, filledIn } = witness;
  const template = filledIn ?? source;
  const printed = compile(template).renderTraced(event);
  expect(printed.output, source).toBe(output);
  expect(outputOffset, source).toBeLessThanOrEqual(output.length);
  const mayBeJson = effect === "injection" || effect === "nested";
  expect(isJson(output), source).toBe(mayBeJson || (effect === "unencoded" && isJson(output)));
  if (effect === "nested") expect(textsOf(JSON.parse(output)).some(isBrokenJson), source).toBe(true);
  if (effect === "invalid" || effect === "nested") return;
  // What separates values was printed by a reference, and so came from the request.
  const printer = printed.trace.find((part) => part.outputStart <= outputOffset && outputOffset < part.outputEnd);
  expect(printer && template[printer.range.start], source).toBe("$");
  if (effect === "unencoded") expect(output[outputOffset], source).toMatch(/[&=+%]/);
  else expect(isStructural(output, outputOffset), `${source}\n${output}\n${outputOffset}`).toBe(true);
}

/** Whether a character of a JSON text is outside of its strings, or a quote around one. */
function isStructural(json: string, offset: number): boolean {
  let quoted = false;
  for (let at = 0; at <= offset; at++) {
    if (quoted && json[at] === "\\") at++;
    else if (json[at] === '"') {
      quoted = !quoted;
      if (at === offset) return true;
    }
  }
  return !quoted;
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Whether a text begins like JSON and is none, or holds such a text. */
function isBrokenJson(text: string): boolean {
  if (!/^\s*[[{][[{\s]*"/.test(text)) return false;
  return !isJson(text) || textsOf(JSON.parse(text)).some(isBrokenJson);
}
