import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { unreplacedVariable } from "./rule.js";

it("finds variables in braces that nothing sets", () => {
  expect(highlights(unreplacedVariable, '{"TableName": "${BooksTable}", "arn": "${queue_arn}"}')).toEqual([
    "${BooksTable}",
    "${queue_arn}",
  ]);
});

it("accepts variables that are set, the service's own, and members", () => {
  const source = "#set($a = 1)#foreach($b in [1])${a}${b}#end${input.body}${context.stage}${foreach} ${table.name}";
  expect(highlights(unreplacedVariable, source)).toEqual([]);
});

it("leaves plain and quiet references to undefined-reference", () => {
  expect(highlights(unreplacedVariable, "$table $!{table}")).toEqual([]);
});

it("accepts what text of the host may set", () => {
  const source = "<prelude>\n${table}";
  expect(highlights(unreplacedVariable, source, { holes: [{ start: 0, end: 9 }] })).toEqual([]);
  expect(highlights(unreplacedVariable, `"<a>${"$"}{table}"`, { holes: [{ start: 1, end: 4 }] })).toEqual(["${table}"]);
});
