import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { missingReceiverTest } from "./rule.js";

it("finds tests of parts of the input that may be missing", () => {
  const tests = [
    "$input.path('$.type').equals('a')",
    "$input.params().header.get('X').contains('a')",
    "$context.authorizer.admin.equals('true')",
    "$stageVariables.debug.equals('on')",
    "$input.path('$.type').toString().startsWith('a')",
    "$input.path('$.map').keySet().contains('a')",
  ];
  for (const test of tests) {
    expect(highlights(missingReceiverTest, `#if(${test})x#end`)).toEqual([test]);
    expect(highlights(missingReceiverTest, `#if($context.stage == "a" && !${test})x#end`)).toEqual([test]);
  }
});

it("finds members of variables and of a loop's items", () => {
  const source =
    "#set($r = $input.path('$'))#foreach($i in $r.l)#if($i.t.equals('a'))x#end#end#if($r.t.matches('a'))y#end";
  expect(highlights(missingReceiverTest, source)).toEqual(["$i.t.equals('a')", "$r.t.matches('a')"]);
});

it("accepts what is never missing: variables, parameters by name, and what the service always sets", () => {
  const source =
    "#set($t = $input.path('$.t'))#if($t.equals('a'))x#end#if($input.params('t').equals('a'))y#end" +
    "#if($context.stage.equals('a'))z#end#if($input.body.contains('a'))z#end#if($t.split(',').get(0).equals('a'))z#end";
  expect(highlights(missingReceiverTest, source)).toEqual([]);
});

it("accepts a test that comes first, a comparison, and isEmpty", () => {
  const source =
    "#set($r = $input.path('$'))#if($r.t != '' && $r.t.equals('a'))x#end#if($r.t != '')#if($r.t.equals('a'))y#end#end" +
    "#if($r.t.equals('a') == true)z#end#if($r.t.isEmpty())z#end$r.t.equals('a')";
  expect(highlights(missingReceiverTest, source)).toEqual([]);
});

it("does not take the bare reference for a test", () => {
  const source = "#if($input.path('$.m') && $input.path('$.m').contains('a'))x#end";
  expect(highlights(missingReceiverTest, source)).toEqual(["$input.path('$.m').contains('a')"]);
});

it("compares with true", () => {
  expect(fixOf(missingReceiverTest, "#if(!$!{input.path('$.t').equals('a')})x#end")).toBe(
    "#if(!($input.path('$.t').equals('a') == true))x#end",
  );
});
