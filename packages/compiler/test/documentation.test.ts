import { compile } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { readExamples } from "./repository-files.js";

describe("docs/language.md", () => {
  const examples = readExamples("docs/language.md");

  it("has examples", () => {
    expect(examples.length).toBeGreaterThan(30);
  });

  it.each(examples)("example in line $line", ({ template, dialect, event, output }) => {
    const render = () => compile(template, { dialect }).render(event).output;
    if (output === undefined) expect(render).toThrow();
    else expect(render()).toBe(output);
  });
});
