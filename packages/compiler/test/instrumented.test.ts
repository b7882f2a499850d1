import { readdirSync, readFileSync } from "node:fs";
import {
  type CompiledTemplate,
  compile,
  compileInstrumented,
  type DialectName,
  generatedCode,
  type TemplateEvent,
} from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";

const FOLDER = new URL("../../../fixtures/conformance/", import.meta.url);

interface Case extends TemplateEvent {
  readonly id: string;
  readonly dialect: DialectName;
  readonly template: string;
}

const cases = readdirSync(FOLDER).flatMap((name) =>
  readFileSync(new URL(name, FOLDER), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Case => JSON.parse(line)),
);

const silent = {
  reached: () => {},
  saw: <Seen>(_probe: number, value: Seen): Seen => value,
  printed: () => {},
};

/** The output and overrides, or the error's code and place. */
function outcome(make: () => CompiledTemplate, event: TemplateEvent, method: "render" | "renderTraced"): unknown {
  try {
    const { output, overrides } = make()[method](event);
    return { output, overrides };
  } catch (error) {
    const { name, code, range } = error as { readonly name: string; readonly code?: string; readonly range?: object };
    return { name, code, range };
  }
}

describe("instrumented code", () => {
  it.each(["render", "renderTraced"] as const)("prints what plain code prints, in %s", (method) => {
    expect(cases.length).toBeGreaterThan(1000);
    const differing = cases.filter((one) => {
      const { template, dialect } = one;
      const plain = outcome(() => compile(template, { dialect }), one, method);
      const told = outcome(() => compileInstrumented(template, { dialect, listener: silent, in: method }), one, method);
      return JSON.stringify(plain) !== JSON.stringify(told);
    });
    expect(differing.map(({ id }) => id)).toEqual([]);
  });

  it("is there only where it is asked for", () => {
    const told = cases.filter(({ template, dialect }) => {
      try {
        return JSON.stringify(generatedCode(template, { dialect })).includes("probe.");
      } catch {
        return false;
      }
    });
    expect(told).toEqual([]);
  });
});
