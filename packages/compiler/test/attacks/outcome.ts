import {
  compile,
  type DialectName,
  type Limits,
  type TemplateEvent,
  VtlRenderError,
  VtlSyntaxError,
} from "@apigw-vtl/compiler";
import { processorTime } from "@apigw-vtl/test-support";
import { expect } from "vitest";

/** No attack may take more processor time, on a slow machine and with the failed rendering run again to find its place. */
const MOST_MS = 30_000;

/**
 * The output of a template, or `!` and the code of a clean error, whose range lies within the template. Any other
 * error is thrown on, and one that takes too long fails. The clock of the rendering stands, so that which limit ends it
 * does not depend on the machine.
 */
export function outcome(
  template: string,
  event: TemplateEvent = {},
  dialect: DialectName = "apigateway",
  limits: Partial<Limits> = {},
): string {
  let printed = "";
  const taken = processorTime(() => {
    printed = rendered(template, event, dialect, limits);
  });
  expect(taken).toBeLessThan(MOST_MS);
  return printed;
}

function rendered(template: string, event: TemplateEvent, dialect: DialectName, limits: Partial<Limits>): string {
  try {
    const { output, overrides, context } = compile(template, { dialect }).render(event, { limits, clock: () => 0 });
    expect(JSON.stringify([overrides, context])).toBeTypeOf("string");
    return output;
  } catch (error) {
    if (error instanceof VtlSyntaxError) return `!${error.diagnostics[0]?.code}`;
    if (!(error instanceof VtlRenderError)) throw error;
    expect(error.range.start).toBeGreaterThanOrEqual(0);
    expect(error.range.end).toBeLessThanOrEqual(template.length);
    return `!${error.code}`;
  }
}
