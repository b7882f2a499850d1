import { describe, expect, it } from "vitest";
import { compile } from "../../compile.js";
import { parseEvent } from "../../parse-event.js";

const event = parseEvent(`{
  "context": {
    "text": "a", "integer": 7, "double": 1.0, "long": 12345678901234567890, "decimal": 0.1234567890123456789,
    "none": null, "yes": true, "list": [1, "a", [1.0], {"k": 1}], "map": {"inner": {"k": 1}, "n": 2.50, "s": "t"}
  },
  "stageVariables": {"text": "a", "integer": 7, "list": [1], "map": {"k": "v"}}
}`);

const print = (template: string) => compile(template).render(event).output;

describe("a member of the event", () => {
  it.each([
    ["$context.text $context.integer $context.double $context.yes", "a 7 1.0 true"],
    ["$context.long $context.decimal", "12345678901234567890 0.1234567890123456789"],
    ["[$context.none] [$context.missing] [$context.map]", "[] [] []"],
    ["$context.list", "[1, a, [1.0], ]"],
    ["$context.map.s $context.map.n [$context.map.inner] [$context.map.missing]", "t 2.5 [] []"],
    ["$context.text.inner $context.list.inner $context.none.inner", "  "],
    ["[$context.requestOverride] [$context.responseOverride.header]", "[] []"],
    ["$stageVariables.text $stageVariables.integer $stageVariables.list $stageVariables.map", "a 7 [1] {k=v}"],
  ])("%s prints what its value does: %j", (template, output) => {
    expect(print(template)).toBe(output);
    const sets: string[] = [];
    const read = template.replace(/\$(?:context|stageVariables)[.\w]+/g, (reference) => {
      return `\${v${sets.push(`#set($v${sets.length} = ${reference})`) - 1}}`;
    });
    expect(print(sets.join("") + read)).toBe(output);
  });

  it("that is a number has no members of its own", () => {
    expect(print("[$context.long.className][$context.long.value]")).toBe("[][]");
  });

  it("is what the template has made of it", () => {
    expect(print("#set($c = $context)#set($c.text = 'b')#set($c.map.s = 1)$context.text$context.map.s")).toBe("b1");
    expect(print("$context.list#set($l = $context.list)#set($x = $l.clear())$context.list")).toBe("[1, a, [1.0], ][]");
  });

  it("leaves $context as it was when it is printed", () => {
    expect(compile("$context.list").render(event).contextUsed).toBe(false);
  });
});
