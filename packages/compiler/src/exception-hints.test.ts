import { expect, it } from "vitest";
import { compile } from "./compile.js";
import { VtlRenderError } from "./errors.js";
import type { TemplateEvent } from "./runtime/roots/event.js";

/** What a failing template says to do; `undefined` if it does not fail. */
function hintOf(template: string, event: TemplateEvent = {}): string | undefined {
  try {
    compile(template).render(event);
    return undefined;
  } catch (error) {
    return error instanceof VtlRenderError ? error.hint : String(error);
  }
}

const p = (text: string): TemplateEvent => ({ querystring: { p: text } });

it.each([
  ["#set($n = 0)$n.parseInt($input.params('p'))", p("x"), "matches("],
  ["$input.params('p').substring(0, 10)", p("Ann"), ".length() > 10"],
  ["$input.path('$.l')[2]", { body: '{"l":[]}' }, ".size() > 0"],
  ["$util.base64Decode($input.params('p'))", p("eyJzdWIiOiJhYj8-fn5_In0"), '.replace("-", "+")'],
  ["$util.base64Decode($input.params('p'))", p("a b"), "no Base64"],
  ["$util.urlDecode($input.params('p'))", p("100%"), "two hexadecimal digits"],
  ["$input.params('p').matches($input.params('p'))", p("["), "regular expression"],
  ["$input.params('p').replaceAll('a', '$1')", p("a"), "refers to a group"],
])("the hint for %s belongs to the method that failed", (template, event, hint) => {
  expect(hintOf(template, event)).toContain(hint);
});

it.each([
  ["#set($p = $input.params('p'))#set($n = 0)#if($p.matches(\"-?[0-9]{1,9}\"))$n.parseInt($p)#end", "x"],
  ['$util.base64Decode($input.params(\'p\').replace("-", "+").replace("_", "/"))', "eyJzdWIiOiJhYj8-fn5_In0"],
  [
    `#set($p = $input.params('p'))#if($p.matches("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"))$util.base64Decode($p)#end`,
    "a b",
  ],
  [`#set($p = $input.params('p'))#if(!$p.matches("(?s).*%(?![0-9A-Fa-f]{2}).*"))$util.urlDecode($p)#end`, "100%"],
])("with its hint %s does not fail", (template, text) => {
  expect(hintOf(template, p(text))).toBeUndefined();
});
