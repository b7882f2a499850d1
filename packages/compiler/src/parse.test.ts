import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "./parse.js";
import type { Range } from "./syntax/range.js";
import type { Node } from "./syntax/tree.js";
import { childrenOf, walk } from "./syntax/walk.js";

const pieces = [
  ..."$#{}[]()!.,:=\"'\\-+*/%<>&|@ \t\n\r",
  ...["a", "x1", "$x", "${x}", "$!{x}", "$x.y", "$x.f(", "$x[", "1", "-2.5", "null", "in", "true"],
  ...["#set(", "#if(", "#elseif(", "#else", "#end", "#{end}", "#foreach($i in ", "#define($d)", "#macro(m $p)"],
  ...[
    "#literal()",
    "#stop",
    "#break",
    "##",
    "#*",
    "*#",
    "#**",
    "#[[",
    "]]#",
    "#@m()",
    "\\u00e9",
    '""',
    "\r\n",
    "é",
    "\u2028",
    "😀",
  ],
];
const templates = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));

function nodesOf(root: Node): Node[] {
  const nodes: Node[] = [];
  walk(root, (node) => nodes.push(node));
  return nodes;
}

const isWithin = (inner: Range, outer: Range) => outer.start <= inner.start && inner.end <= outer.end;

describe("parse, whatever the text", () => {
  it("covers it with statements that lie side by side", () => {
    fc.assert(
      fc.property(templates, fc.constantFrom("apigateway" as const, "velocity" as const), (source, dialect) => {
        const { tree } = parse(source, { dialect });
        expect(tree.range).toEqual({ start: 0, end: source.length });
        expect(tree.body.range).toEqual(tree.range);
        for (const node of nodesOf(tree)) {
          if (node.type !== "Block") continue;
          let at = node.range.start;
          for (const { range } of node.statements) {
            expect(range.start).toBe(at);
            at = range.end;
          }
          expect(at).toBe(node.range.end);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("puts children within their parents, in the order of the text", () => {
    fc.assert(
      fc.property(templates, (source) => {
        for (const node of nodesOf(parse(source).tree)) {
          const ranges = childrenOf(node).map(({ range }) => range);
          for (const range of ranges) expect(isWithin(range, node.range)).toBe(true);
          expect(ranges).toEqual(ranges.slice().sort((a, b) => a.start - b.start));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("reports in the order of the text, inside it, in sentences", () => {
    fc.assert(
      fc.property(templates, (source) => {
        const { diagnostics } = parse(source);
        for (const { range, message, hint } of diagnostics) {
          expect(isWithin(range, { start: 0, end: source.length })).toBe(true);
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(message).toMatch(/^[\s\S]+\.$/);
          if (hint !== undefined) expect(hint).toMatch(/^[\s\S]+\.$/);
        }
        expect(diagnostics).toEqual(diagnostics.slice().sort((a, b) => a.range.start - b.range.start));
      }),
      { numRuns: 1500 },
    );
  });

  it("has an error for every part of the tree that could not be read", () => {
    fc.assert(
      fc.property(templates, (source) => {
        const { tree, diagnostics } = parse(source);
        const isBroken = nodesOf(tree).some(({ type }) => type === "Error");
        if (isBroken) expect(diagnostics.map(({ severity }) => severity)).toContain("error");
      }),
      { numRuns: 1500 },
    );
  });

  it("depends on nothing but the text: parsing again gives the same", () => {
    fc.assert(
      fc.property(templates, (source) => {
        expect(parse(source)).toEqual(parse(source));
      }),
    );
  });
});

describe("parse in the middle of an edit", () => {
  const template = `{
  #set($id = $input.path('$.id'))
  #if($id != "" && $id.length() > 3)
  "id": "$util.escapeJavaScript($id)",
  #end
  #foreach($item in $input.path('$.items'))
    $item.name
  #end
}
`;
  const below = "\n#if($after.size() > 1)$seen#end\n";

  it("reads the lines below whatever has been typed of a line", () => {
    for (let length = 0; length < template.length; length++) {
      const typed = template.slice(0, length);
      // A quote that is open takes the text up to the next one, as it should.
      if (((typed.split("\n").at(-1) ?? "").match(/['"]/g) ?? []).length % 2 === 1) continue;
      const { tree } = parse(typed + below);
      const names = nodesOf(tree).flatMap((node) => (node.type === "Reference" ? [node.name] : []));
      expect(names, JSON.stringify(typed)).toEqual(expect.arrayContaining(["after", "seen"]));
    }
  });
});

describe("nesting", () => {
  const deepest = (count: number, open: string, inner: string, close: string) =>
    `${open.repeat(count)}${inner}${close.repeat(count)}`;
  const codesOf = (source: string) => parse(source).diagnostics.map(({ code }) => code);

  it.each([
    ["blocks", (depth: number) => deepest(depth, "#if($x)", "a", "#end")],
    ["parentheses", (depth: number) => `#if(${deepest(depth, "(", "$x", ")")})a#end`],
    ["negations", (depth: number) => `#if(${deepest(depth, "!", "$x", "")})a#end`],
    ["lists", (depth: number) => `#set($x = ${deepest(depth, "[", "1", "]")})`],
    ["maps", (depth: number) => `#set($x = ${deepest(depth, '{"a":', "1", "}")})`],
    ["arguments", (depth: number) => deepest(depth, "$x.f(", "$y", ")")],
    ["indexes", (depth: number) => deepest(depth, "$x[", "1", "]")],
    ["operators", (depth: number) => `#set($x = 1${" + 1".repeat(depth)})`],
  ])("of %s: 100 levels are read, 100,000 are an error with a place", (_, source) => {
    expect(codesOf(source(100))).toEqual([]);
    const { tree, diagnostics } = parse(source(100_000));
    expect(diagnostics[0]?.code).toBe("nesting-too-deep");
    expect(tree.range.end).toBe(source(100_000).length);
  });

  it("of blocks goes no deeper in the tree than is read; what is too deep is no part of a block, with its #else and #end", () => {
    const source = `${deepest(250, "#if($x)", "a#elseif($y)b#else c", "#end")}$after`;
    const { tree, diagnostics } = parse(source);
    expect(diagnostics.map(({ code, range }) => [code, source.slice(0, range.end)])).toEqual([
      ["nesting-too-deep", "#if($x)".repeat(201)],
    ]);
    expect(tree.body.statements.map(({ type }) => type)).toEqual(["If", "Reference"]);
    expect(nodesOf(tree).filter(({ type }) => type === "If")).toHaveLength(200);
  });

  it.each([
    ["blocks", (inner: string) => deepest(150, "#if($x)", `#set($y = "${inner}")`, "#end")],
    ["lists", (inner: string) => `#set($x = ${deepest(150, "[", `"${inner}"`, "]")})`],
    ["arguments", (inner: string) => deepest(150, "$x.f(", `"${inner}"`, ")")],
  ])("of %s counts on in the strings that stand in them", (_, around) => {
    let source = "$x";
    for (let depth = 0; depth < 4; depth++) source = around(source.replaceAll('"', '""'));
    expect(codesOf(source)).toContain("nesting-too-deep");
  });

  it("of strings in strings, whose quotes double at every level", () => {
    let source = "$x";
    for (let depth = 0; depth < 14; depth++) source = `$x.f("${source.replaceAll('"', '""')}")`;
    expect(codesOf(source)).toEqual([]);
  });
});

describe("length", () => {
  it.each([
    ["a chain of calls", (count: number) => `$x${".f()".repeat(count)}`, "$x"],
    ["a chain in a string", (count: number) => `#set($y = "$x${"[0]".repeat(count)}")`, "$x"],
    ["an integer", (count: number) => `#set($y = ${"9".repeat(count / 2.5)})`, "9".repeat(401)],
    ["a decimal", (count: number) => `#if($y == 1.${"9".repeat(count / 2.5 - 2)})#end`, `1.${"9".repeat(399)}`],
  ])("of %s: what is too long is an error with a place, and what follows is read", (_, source, place) => {
    expect(parse(source(1000)).diagnostics).toEqual([]);
    const long = `${source(1003)} $after`;
    const { tree, diagnostics } = parse(long);
    expect(diagnostics.map(({ code, range }) => [code, long.slice(range.start, range.end)])).toEqual([
      ["too-long", place],
    ]);
    expect(nodesOf(tree).some((node) => node.type === "Reference" && node.name === "after")).toBe(true);
    expect(parse(source(100_000)).diagnostics).toHaveLength(1);
  });
});

describe("dialects", () => {
  const types = (source: string, dialect: "apigateway" | "velocity") =>
    parse(source, { dialect }).tree.body.statements.map(({ type }) => type);

  it("#evaluate is a directive in plain Velocity only", () => {
    expect(types("#evaluate($x)", "apigateway")).toEqual(["MacroCall"]);
    expect(types("#evaluate($x)", "velocity")).toEqual(["Evaluate"]);
  });

  it("the service's dialect is the default", () => {
    expect(parse("#evaluate($x)")).toEqual(parse("#evaluate($x)", { dialect: "apigateway" }));
  });
});
