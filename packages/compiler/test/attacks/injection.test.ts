import { compile, emitModule } from "@apigw-vtl/compiler";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { outcome } from "./outcome.js";

const payload = "globalThis.pwned = true";
const breakouts = [
  ...[
    `"; ${payload}; "`,
    `'; ${payload}; '`,
    `\`; ${payload}; \``,
    `\${${payload}}`,
    `*/ ${payload}; /*`,
    `\\"; ${payload}; //`,
  ],
  ...[
    `\n${payload}\n`,
    `\r${payload}\r`,
    `\u2028${payload}\u2028`,
    `\u2029${payload}\u2029`,
    `\\u0022; ${payload}; //`,
  ],
  ...[
    `</script><script>${payload}</script>`,
    `<!-- ${payload} -->`,
    `--> ${payload}`,
    `\0${payload}`,
    `\ud800${payload}`,
  ],
  ...[`"]; ${payload}; ["`, `}); ${payload}; (() => {`, `//# sourceMappingURL=data:,${payload}`, `${payload}\\`],
];

afterEach(() => {
  expect(Reflect.get(globalThis, "pwned")).toBeUndefined();
});

/** Text that Velocity prints as it stands. */
const asText = (text: string) => text.replace(/[$#\\]/g, "");

describe.each(breakouts)("%j does not break out of", (text) => {
  const single = text.replaceAll("'", "''");
  const body = JSON.stringify({ [text]: text });

  it("text", () => {
    expect(outcome(asText(text))).toBe(asText(text));
    expect(outcome(`#[[${text}]]#`)).toBe(text);
  });

  it("strings", () => {
    expect(outcome(`#set($x = '${single}')$x $x.length()`)).toBe(`${text} ${text.length}`);
    const double = asText(text).replaceAll('"', '""');
    expect(outcome(`#set($y = 1)#set($x = "$y ${double}")$x`)).toBe(`1 ${asText(text)}`);
  });

  it("keys", () => {
    expect(outcome(`#set($m = {'${single}': 1})$m['${single}'] $m.get('${single}')`)).toBe("1 1");
    expect(outcome(`$input.path('$').get('${single}')`, { body })).toBe(text);
    expect(outcome(`[$context['${single}']] [$stageVariables['${single}']] [$input.params('${single}')]`)).toBe(
      "[] [] []",
    );
  });

  it("comments", () => {
    expect(outcome(`#* ${asText(text).replaceAll("*#", "")} *#a`)).toBe("a");
    expect(outcome(`## ${asText(text).replaceAll(/[\n\r]/g, " ")}\na`)).toBe("a");
  });

  it("JSONPath", () => {
    const path = `$['${text.replace(/['\\]/g, "")}']`;
    expect(() => outcome(`$input.json('${path.replaceAll("'", "''")}')`, { body })).not.toThrow();
    expect(() => outcome(`$input.path($input.params('p'))`, { body, querystring: { p: `$.${text}` } })).not.toThrow();
    expect(() =>
      outcome(`$input.path($input.params('p'))`, { body, querystring: { p: `$[?(@.a == '${text}')]` } }),
    ).not.toThrow();
  });

  it("unknown directives and calls of methods", () => {
    expect(outcome(`#unknown('${single}')`)).toBe(`#unknown('${single}')`);
    expect(outcome(`#set($s = 'a')[$s.nothing('${single}')]`)).toBe("[]");
  });

  it("emitted modules and their source maps", () => {
    const { code, map } = emitModule(`#set($x = '${single}')$x #[[${text}]]# $input.json("$.a")`, { sourceName: text });
    expect(new Function(code.replace("export function", "return function"))()({ body }).output).toBe(
      `${text} ${text} ""`,
    );
    expect(JSON.parse(map).sources).toEqual([text]);
  });

  it("macros and #evaluate", () => {
    const context = { text };
    expect(outcome(`#macro(m $p)$p#end#m('${single}')`, {}, "velocity")).toBe(text);
    expect(outcome("#evaluate('$text')", { context }, "velocity")).toBe(text);
  });
});

describe("names of the generated code", () => {
  const names = [
    ...[
      "s",
      "o",
      "c",
      "e",
      "f",
      "t0",
      "v0",
      "v1",
      "k0",
      "g0",
      "L0",
      "l0",
      "i0",
      "x0",
      "runtime",
      "render",
      "state",
      "error",
    ],
    ...[
      "capture",
      "context",
      "arguments",
      "this",
      "eval",
      "await",
      "yield",
      "let",
      "static",
      "new",
      "function",
      "undefined",
    ],
    ...[
      "globalThis",
      "window",
      "process",
      "require",
      "module",
      "exports",
      "text",
      "print",
      "property",
      "Array",
      "String",
    ],
  ];

  it.each(names)("$%s is a variable like any other", (name) => {
    const template = `#set($${name} = "v")#set($other = "o")$${name} $other #foreach($i in [1, 2])$i#set($${name} = $i)#end $${name} #if($${name} == 2)yes#end`;
    expect(outcome(template)).toBe(name === "context" ? outcome(template) : "v o 12 2 yes");
    expect(outcome(template, {}, "velocity")).toBe("v o 12 2 yes");
    expect(
      outcome(`#foreach($${name} in [1])$${name}#end[$${name}]#define($${name})d#end$${name}`, {}, "velocity"),
    ).toBe(`1[$${name}]d`);
  });

  it("and properties of any name are only looked up", () => {
    for (const name of names) expect(outcome(`#set($m = {"${name}": 1})$m.${name}`)).toBe("1");
  });
});

describe("arbitrary text", () => {
  const anything = fc.string({ unit: "binary", maxLength: 30 });

  it("is printed as it stands", () => {
    fc.assert(
      fc.property(anything, (given) => {
        const text = asText(given);
        expect(compile(text).render({}).output).toBe(text);
      }),
    );
  });

  it("comes out of a string literal, a map, the payload and a parameter unchanged", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const quoted = `'${text.replaceAll("'", "''")}'`;
        const event = { querystring: { q: text }, context: { c: text } };
        const template = `#set($x = ${quoted})#set($m = {${quoted}: ${quoted}})$x|$m[$x]|$input.params('q')|$context.c`;
        expect(compile(template).render(event).output).toBe([text, text, text, text].join("|"));
      }),
    );
  });

  it("is refused or rendered as a whole template, and nothing else happens", () => {
    const template = fc.string({ unit: fc.constantFrom(..."$#{}()[]\"'\\`.*/;=<>!-+ ab1\n\u2028"), maxLength: 40 });
    fc.assert(
      fc.property(template, fc.constantFrom("apigateway" as const, "velocity" as const), (source, dialect) => {
        expect(outcome(source, { body: '{"a":1}' }, dialect)).toBeTypeOf("string");
      }),
      { numRuns: 2000 },
    );
  });
});
