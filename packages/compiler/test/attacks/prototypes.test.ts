import { compile } from "@apigw-vtl/compiler";
import { afterEach, describe, expect, it } from "vitest";
import { outcome } from "./outcome.js";

const inherited = [
  ...["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "toJSON"],
  ...["__defineGetter__", "__lookupSetter__", "toLocaleString", "propertyIsEnumerable", "length", "then"],
];

describe.each(inherited)("a key named %s", (key) => {
  it("is an ordinary key of the payload", () => {
    const template = `#set($d = $input.path('$'))$d.size() $d $d.get('${key}') $d['${key}'] $input.json('$')$input.path("$['${key}']")`;
    expect(outcome(template, { body: JSON.stringify({ [key]: "v" }) })).toBe(`1 {${key}=v} v v {"${key}":"v"}v`);
  });

  it("is not there when nobody put it there", () => {
    const template = `#set($d = $input.path('$'))$d.containsKey('${key}') [$d.get('${key}')] [$d['${key}']] [$input.path("$['${key}']")] $input.json('$..["${key}"]')`;
    expect(outcome(template, { body: "{}" })).toBe("false [] [] [] []");
    expect(outcome(`[$input.params('${key}')] [$context['${key}']] [$stageVariables['${key}']]`)).toBe("[] [] []");
    expect(outcome(`[$input.params().header['${key}']] [$method.request.header['${key}']]`)).toBe("[] []");
  });

  it("is an ordinary key of a map that the template makes", () => {
    const template = `#set($m = {'${key}': 'v'})$m['${key}'] $m.put('${key}', 'w') $m $m.remove('${key}') [$m['${key}']] $m.size()`;
    expect(outcome(template)).toBe(`v v {${key}=w} w [] 0`);
  });

  it("can be set", () => {
    expect(outcome(`#set($m = {})#set($m['${key}'] = 'v')$m #foreach($e in $m.entrySet())$e.key#end`)).toBe(
      `{${key}=v} ${key}`,
    );
  });

  it("is an ordinary parameter, stage variable and member of $context", () => {
    const parameters = { headers: { [key]: "h" }, querystring: {}, path: {} };
    const event = { ...parameters, stageVariables: { [key]: "s" }, context: { [key]: "c" } };
    expect(outcome(`$input.params('${key}') $stageVariables['${key}'] $context['${key}']`, event)).toBe("h s c");
  });

  it("is an ordinary override", () => {
    expect(
      outcome(`#set($context.responseOverride.header['${key}'] = 'v')$context.responseOverride.header['${key}']`),
    ).toBe("v");
  });
});

describe("names that the template chooses", () => {
  const names = inherited.filter((name) => /^[a-z]/i.test(name));

  it.each(names)("$%s is an ordinary variable", (name) => {
    expect(outcome(`[$${name}]#set($${name} = 1)[$${name}]`)).toBe("[][1]");
    expect(outcome(`[$${name}]#set($${name} = 1)[$${name}]`, {}, "velocity")).toBe(`[$${name}][1]`);
  });

  it.each(names)("#%s() is an ordinary macro", (name) => {
    expect(outcome(`#${name}()`, {}, "velocity")).toBe(`#${name}()`);
    expect(outcome(`#macro(${name})m#end#${name}()`, {}, "velocity")).toBe("m");
  });
});

describe("objects of the engine show nothing of themselves", () => {
  const values = "#set($s = 'text')#set($l = [1])#set($n = 1.0)#set($m = {'a': 1})#define($d)x#end";

  it.each([
    ["[$s.constructor] [$s.length] [$s.prototype] [$s.call] [$s.at(0)] [$s.codePointAt]", "[] [] [] [] [] []"],
    ["[$l.constructor] [$l.length] [$l.push(1)] [$l.map(1)] [$l.concat($l)] [$l.splice(0,1)]", "[] [] [] [] [] []"],
    ["[$n.constructor] [$n.toFixed(2)] [$n.valueOf()] [$n.print()] [$n.className] [$n.value]", "[] [] [] [] [] []"],
    ["[$m.constructor] [$m.hasOwnProperty('a')] [$m.valueOf()]", "[] [] []"],
    [
      "[$input.document] [$input.document()] [$input.methods] [$input.constructor] [$input.param('a')]",
      "[] [] [] [] []",
    ],
    ["[$util.methods] [$util.constructor] [$util.print()]", "[] [] []"],
    ["[$context.constructor] [$context.prototype]", "[] []"],
    [
      "#foreach($i in $l)[$foreach.storage] [$foreach.constructor] [$foreach.round(1)] [$foreach.methods]#end",
      "[] [] [] []",
    ],
    ["[$d.render()] [$d.constructor] [$d.depth]", "[] [] []"],
    ["[$s.toString.call('x')] [$s.split('').constructor] [$m.entrySet().iterator().constructor]", "[] [] []"],
    ["[$s.constructor.constructor('return process')()]", "[()]"],
  ])("%s", (template, output) => {
    expect(outcome(values + template)).toBe(output);
  });

  it("and Java's reflection ends at the name of a class", () => {
    expect(outcome(`${values}$s.class.name [$s.class.forName('java.lang.Runtime')] [$s.class.classLoader]`)).toBe(
      "java.lang.String [] []",
    );
    expect(outcome(`${values}[$s.getClass().getMethods()] [$s.class.getConstructors()]`)).toBe("[] []");
  });
});

describe("where somebody has polluted Object.prototype", () => {
  const pollute = () => Object.assign(Object.prototype, { leak: "LEAK" });
  const template = "[$context.leak] [$input.path('$.leak')] [$input.params('leak')]";
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, "leak");
  });

  it("nothing leaks into a template that is compiled afterwards: it is not rendered", () => {
    pollute();
    expect(() => compile(template).render({})).toThrow("Object.prototype has been given a member 'leak'");
  });

  it("nothing leaks into a template that was compiled before: it is not rendered", () => {
    const compiled = compile(template);
    expect(compiled.render({}).output).toBe("[] [] []");
    pollute();
    expect(() => compiled.render({})).toThrow("Object.prototype has been given a member 'leak'");
  });
});

it("leaves the prototypes of JavaScript as they were", () => {
  const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype, Map.prototype];
  const names = () => prototypes.map((prototype) => Reflect.ownKeys(prototype).length);
  const before = names();
  const body = '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"a":{"__proto__":{"x":1}}}';
  const template = `#set($d = $input.path('$'))#set($d.a.x = 1)#set($d['__proto__']['x'] = 1)#set($m = {})#set($m['__proto__'] = $d)$m.putAll($d)#set($context['__proto__'] = {"x": 1})#set($context.responseOverride.header['__proto__'] = "v")`;
  outcome(template, { body, context: JSON.parse('{"__proto__":{"x":1}}') });
  expect(names()).toEqual(before);
  expect(Reflect.get({}, "x")).toBeUndefined();
});
