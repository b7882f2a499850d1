import type { Invocation } from "../pipeline/invocation.js";

/** The lines of the log without their dates. */
export function logTexts({ log }: Invocation): readonly string[] {
  return log.map((line) => line.replace(/^\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4} : /, ""));
}
