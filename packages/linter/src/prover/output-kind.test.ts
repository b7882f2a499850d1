import { parse } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { outputKind } from "./output-kind.js";

function kindOf(
  template: string,
  facts?: TemplateFacts,
  holes: readonly { start: number; end: number }[] = [],
): string {
  return outputKind(parse(template).tree, facts, holes);
}

describe("what a template's output is meant to be", () => {
  it.each([
    ["#set($x = 1)\n{ }", "json"],
    ["#if($a)[1]#else{}#end", "json"],
    [`"error": $input.path('$.e')`, "json"],
    ["$input.json('$')", "json"],
    ["Action=SendMessage&MessageBody=$input.body", "form"],
    ["#set($b = 1) Action=A\n&B=$b", "form"],
    ["<xml/>", "other"],
    ["not JSON", "other"],
    ["$input.path('$.a')", "other"],
    ["#set($context.responseOverride.status = 404)", "other"],
    ['#define($d){"a":1}#end', "other"],
  ])("%s is %s by its own text", (template, kind) => {
    expect(kindOf(template)).toBe(kind);
  });

  it("is JSON by the content type of a response that prints a reference", () => {
    const facts: TemplateFacts = { direction: "response", contentType: "application/json" };
    expect(kindOf("$input.path('$.output')", facts)).toBe("json");
    expect(kindOf("$input.path('$.output')", { ...facts, direction: "request" })).toBe("other");
    expect(kindOf("", facts)).toBe("other");
    // As one of the corpus has it: a name that is not set prints itself before the document.
    expect(kindOf('$cost\n{"a": 1}', facts)).toBe("json");
    expect(kindOf('$cost\n{"a": 1}')).toBe("other");
    expect(kindOf("<p>$cost {</p>", facts)).toBe("other");
  });

  it("does not go by what the host fills in", () => {
    expect(kindOf('<head>\n{"a":1}', undefined, [{ start: 0, end: 6 }])).toBe("json");
  });
});
