import type { Overrides } from "@apigw-vtl/compiler";
import { jsonText } from "../../terminal/printable.js";

/** How long the parts took, in milliseconds. */
export interface Timings {
  readonly compileMs: number;
  readonly renderMs: number;
}

/** What `--format json` prints: `{output, overrides, timings}` and a trace if one is given, indented, with a line feed at its end. */
export function jsonReport(output: string, overrides: Overrides, timings: Timings, trace?: object): string {
  const rounded = Object.entries(timings).map(([name, value]) => [name, Math.round(value * 1000) / 1000]);
  return jsonText({ output, overrides, timings: Object.fromEntries(rounded), ...(trace && { trace }) });
}
