import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { unsupportedDirective } from "./rule.js";

it("finds macros and their calls", () => {
  const source = "#macro(name $x)$x#end{#name('a')}";
  expect(highlights(unsupportedDirective, source)).toEqual(["#macro(name $x)", "#name('a')"]);
});

it("finds directives of plain Velocity and of AppSync", () => {
  const source = "#evaluate('$x') #parse('a.vm') #include('b') #return($x)";
  expect(highlights(unsupportedDirective, source)).toEqual([
    "#evaluate('$x')",
    "#parse('a.vm')",
    "#include('b')",
    "#return($x)",
  ]);
});

it("accepts directives of the service and names with a number sign", () => {
  const source = '#define($d)x#end#foreach($i in [1])#break#end#stop "#pk = :pk" #return';
  expect(highlights(unsupportedDirective, source)).toEqual([]);
});
