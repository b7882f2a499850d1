import { compile } from "@apigw-vtl/compiler";
import { expect, it } from "vitest";
import { lint } from "../../lint.js";
import { check, fixOf, highlights } from "../../testing/check-rule.js";
import { directiveAsPlaceholder } from "./rule.js";

const query = (name: string): string =>
  `{"KeyConditionExpression": "#id = :id AND #${name} > :s", "ExpressionAttributeNames": {"#id": "id", "#${name}": "x"}}`;

it.each(["end", "stop", "break", "else", "include"])("finds #%s where DynamoDB is meant to read it", (name) => {
  expect(highlights(directiveAsPlaceholder, query(name))).toEqual([`#${name}`, `#${name}`]);
});

it("finds an #end that closes a block early", () => {
  expect(highlights(directiveAsPlaceholder, `#if($x)\n${query("end")}\n#end`)).toEqual(["#end", "#end"]);
});

it("gives every place another name, which the template then prints", () => {
  for (const name of ["end", "stop"]) {
    const fixed = fixOf(directiveAsPlaceholder, query(name));
    expect(compile(fixed).render({}).output).toBe(query(`${name}_`));
  }
});

it("stands in place of what the parser says", () => {
  const { findings } = lint({ source: query("end") });
  expect(findings.map(({ ruleId }) => ruleId)).toEqual([
    directiveAsPlaceholder.meta.id,
    directiveAsPlaceholder.meta.id,
  ]);
});

it("accepts names that are no directives, and directives that are meant", () => {
  for (const source of [
    query("start"),
    query("set"),
    query("ending"),
    '{"a": "#if($x)1#end", "ExpressionAttributeNames": {"#n": "x"}}',
    '{"a": "#if($x)1#{else}2#end", "n": {"\\#end": "x"}}',
    '#[[{"#end": "x"}]]#',
    '## {"#end": "x"}\n{}',
  ]) {
    expect(check(directiveAsPlaceholder, source), source).toEqual([]);
  }
});
