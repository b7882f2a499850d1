import { describe, expect, it } from "vitest";
import { prove } from "./prove.js";

describe("what the host fills in", () => {
  const hole = (template: string, more: { readonly isValue?: true } = {}) => {
    const start = template.indexOf("<name>");
    return prove(template, { holes: [{ start, end: start + 6, ...more }] });
  };

  it("fits between quotes", () => {
    expect(hole('{"a":"arn:<name>"}').status).toBe("proved");
  });

  it("is in doubt elsewhere, unless the template is wrong whatever it is", () => {
    expect(hole('{"a":<name>}')).toMatchObject({ status: "undecided", range: { start: 5 } });
    expect(hole(`{"a":<name>,"b":"$input.params('p')"}`).status).toBe("broken");
  });

  it("may be a value in one place and a member in another", () => {
    const template = '{"a":<first>,<others>}';
    const holes = ["<first>", "<others>"].map((each) => {
      const start = template.indexOf(each);
      return { start, end: start + each.length };
    });
    expect(prove(template, { holes }).status).toBe("undecided");
    expect(
      prove(template.replace("{", '{"b":"$input.params(\'p\')",'), {
        holes: holes.map(({ start, end }) => ({ start: start + 27, end: end + 27 })),
      }).status,
    ).toBe("broken");
  });

  it("is a variable of the host's own as well, which nothing in the template sets", () => {
    const facts = { direction: "response", contentType: "application/json" } as const;
    expect(prove("${response_mapping}", { facts }).status).toBe("not-applicable");
    expect(prove('{"a":"${name}"}').status).toBe("proved");
    expect(prove('{"a":${name}}')).toMatchObject({ status: "undecided", range: { start: 5 } });
    expect(prove(`{"a":${"$"}{name},"b":"$input.params('p')"}`).status).toBe("broken");
    expect(prove('#set($Name = "n"){"a":${name}}').status).toBe("broken");
  });

  it("is a value where a serializer writes it", () => {
    expect(hole('{"a":<name>}', { isValue: true }).status).toBe("proved");
    expect(hole("[\n  <name>\n]", { isValue: true }).status).toBe("proved");
    expect(hole("{<name>:1}", { isValue: true }).status).toBe("undecided");
    const broken = hole(`{"a":<name>,"b":"$input.params('p')"}`, { isValue: true });
    expect(broken).toMatchObject({ status: "broken", witness: { event: { querystring: { p: '"' } } } });
  });
});
