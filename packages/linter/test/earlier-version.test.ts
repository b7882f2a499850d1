import { type Expression, type Node, parse, type Template, walk } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { RandomTemplates } from "../shared-test/random-templates.js";
import { analyze, type EarlierVersion, lint, recommendedSettings, rules, withNodesOf } from "../src/index.js";

const settings = {
  ...recommendedSettings,
  rules: rules.map((rule) => ({ rule, level: rule.meta.level, options: {} })),
};

/** All that is said of a template, and the version that it can be gone on with. */
function read(source: string, earlier?: EarlierVersion) {
  const { tree: fresh, diagnostics } = parse(source);
  const tree = earlier ? withNodesOf(earlier, source, fresh) : fresh;
  expect(tree).toEqual(fresh);
  const analysis = analyze({ source, tree, facts: {}, holes: [], earlier });
  const { findings } = lint({ source, settings, parsed: { tree, diagnostics, analysis } });
  const { problems, unclosed, symbols, hints, gaveUp, isExact, isSurelyBroken } = analysis.interpretation;
  const { printed, trailingCommas, textAfter, misplaced } = analysis.output;
  const values = nodesOf(tree).map((node) =>
    node.type === "Reference" ? analysis.values.stepsOf(node) : analysis.values.valueOf(node as Expression),
  );
  const interpreted = { problems, unclosed, symbols, hints, gaveUp, isExact, isSurelyBroken };
  return {
    said: { findings, ...interpreted, printed, trailingCommas, textAfter, misplaced, values },
    version: analysis.version,
  };
}

function nodesOf(tree: Template): readonly Node[] {
  const nodes: Node[] = [];
  walk(tree, (node) => void nodes.push(node));
  return nodes;
}

const typed = ["x", " ", '"', ",", "}", "$", ".", "1", "#end", "#if($x)", "#set($x = $y)", "$x", "$e.k", "$!n", "\n"];

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** What somebody types near one place of a text. */
function* versionsOf(text: string, count: number, next: (below: number) => number): Generator<string> {
  let source = text;
  let at = next(source.length);
  for (let i = 0; i < count; i++) {
    yield source;
    if (next(5) === 0) at = next(source.length);
    const removed = next(3) === 0 ? next(4) : 0;
    const inserted = next(3) === 0 ? "" : typed[next(typed.length)]!;
    source = source.slice(0, at) + inserted + source.slice(at + removed);
    at = Math.min(at + inserted.length, source.length);
  }
}

describe("a version that begins as the one before", () => {
  it("is judged as if there had been none", () => {
    const templates = new RandomTemplates(20);
    const next = numbers(7);
    let goneOn = 0;
    let ended = 0;
    for (let i = 0; i < 25; i++) {
      let earlier: EarlierVersion | undefined;
      for (const source of versionsOf(`${templates.next()}\n`.repeat(2), 8, next)) {
        const { said, version } = read(source, earlier);
        expect(said, source).toEqual(read(source).said);
        if (earlier?.tail !== undefined && version?.tail?.cost === earlier.tail.cost) ended++;
        if (earlier?.checkpoint !== undefined && version?.checkpoint === earlier.checkpoint) goneOn++;
        earlier = version;
      }
    }
    expect(goneOn).toBeGreaterThan(15);
    expect(ended).toBeGreaterThan(5);
  });

  it("is not gone on with where what follows decides which ways are one", () => {
    const start = `#if($input.params('a') == "1")#set($x = '"')#else#set($x = "")#end#set($y = 1)#set($z = 1)`;
    const { version } = read(`${start}{"a": 2}`, read(`${start}{"a": 1}`).version);
    expect(version?.checkpoint).toBeDefined();
    const later = `${start}{"a": "$x"}`;
    expect(read(later, version).said).toEqual(read(later).said);
  });

  const end = '#if($input.params("a") == "1")#set($y = 1)#end"c": "$!x", "d": $input.json("$.d"), "e": "$y" }';

  it.each([
    ["a text", '"b": "', '1", '],
    ["a member that is printed", '"b": "$input.path("$.', 'k")", '],
    ["what is tested on the way", "#if($input.path('$.", "k') == '1')#set($z = 1)#end"],
  ])("is judged by what was known of all that follows a change in %s", (_, before, after) => {
    const texts = ["i", "j", "ij"].map((name) => `#set($x = "q"){ "a": 1, ${before}${name}${after}${end}`);
    const [first, second, third] = texts as [string, string, string];
    const { version } = read(second, read(first).version);
    const again = read(third, version);
    expect(again.version?.tail?.cost).toBe(version?.tail?.cost);
    expect(again.said).toEqual(read(third).said);
  });

  it("is gone through to its end where a change is for what follows", () => {
    const textOf = (name: string) => `{ "a": 1, #set($x = $input.path('$.${name}')) "b": 1, ${end}`;
    const { version } = read(textOf("j"), read(textOf("i")).version);
    const again = read(textOf("ij"), version);
    expect(version?.tail).toBeDefined();
    expect(again.version?.tail?.cost).not.toBe(version?.tail?.cost);
    expect(again.said).toEqual(read(textOf("ij")).said);
  });
});
