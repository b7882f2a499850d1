import { compile, isJson, PermissiveJson, VtlRenderError } from "@apigw-vtl/compiler";
import { hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { prove } from "../src/prover/index.js";
import { answerSchema } from "../src/services/answer-schema.js";
import { placedTemplates } from "./corpus-lints.js";
import { asAnswered } from "./service-answers.js";
import { ShapedEvents } from "./shaped-events.js";

/** 10,000 for each when it matters; fewer keep the run short. */
const EVENTS = Number(process.env.VTL_SHAPED_EVENTS ?? 300);
/** Loops in loops over many elements take long, and say nothing more. */
const LIMITS = { output: 200_000, steps: 20_000 };
const SEED = Number(process.env.VTL_SHAPED_SEED ?? 14);

describe.runIf(hasShared())(`what is proved withstands ${EVENTS} requests in the shape that it reads`, async () => {
  const proved = (await placedTemplates()).flatMap((template) => {
    const proof = prove(template.source, template);
    const { facts } = template;
    // Gateway responses are no templates; what the host declares of requests these events do not keep.
    if (
      proof.status !== "proved" ||
      facts.gatewayResponse ||
      facts.method?.requestParameters.some((one) => one.required)
    )
      return [];
    return proof.assumptions.body === "json" && !hasModel(facts) ? [{ ...template, output: proof.output }] : [];
  });

  it("is looked at for many templates", () => expect(proved.length).toBeGreaterThan(120));

  it.each(proved.map((template) => [template.name, template] as const))("%s", (_, { source, facts, output }) => {
    const template = compile(source);
    const events = new ShapedEvents(source, SEED);
    const isMock = facts.integration?.type === "MOCK" && facts.direction === "request";
    const schema = answerSchema(facts);
    for (let i = 0; i < EVENTS; i++) {
      const event = asAnswered(events.next(), schema);
      const printed = render(() => template.render(event, { limits: LIMITS }));
      if (printed === undefined) continue;
      const isRight = isMock
        ? hasStatus(printed.output)
        : output === "form"
          ? !printed.output.includes("&zz=")
          : isJson(printed.output);
      const status = String(printed.overrides.responseOverride?.status ?? facts.response?.statusCode);
      if (!isRight && !(printed.output.trim() === "" && status === "204"))
        expect({ event, output: printed.output }).toBeUndefined();
    }
  });

  it("would find what is not proved", () => {
    for (const source of [
      `{"a":"$input.params('p')"}`,
      `[#foreach($e in $input.path('$.l'))$e.n#if($foreach.hasNext),#end#end]`,
    ]) {
      const events = new ShapedEvents(source, SEED);
      const outputs = Array.from({ length: 1000 }, () => render(() => compile(source).render(events.next()))?.output);
      expect(
        outputs.some((output) => output !== undefined && !isJson(output)),
        source,
      ).toBe(true);
    }
  });
});

function hasModel(facts: {
  readonly contentType?: string;
  readonly method?: { readonly requestModels?: object };
}): boolean {
  return Object.hasOwn(facts.method?.requestModels ?? {}, facts.contentType ?? "");
}

function render<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof VtlRenderError) return undefined;
    throw error;
  }
}

function hasStatus(text: string): boolean {
  return PermissiveJson.parse(text)?.integer("$.statusCode") !== undefined;
}
