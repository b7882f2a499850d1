import { GROWTH, growthOf } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { type LintInput, type LintSettings, lint, recommendedSettings, rules } from "../src/index.js";

const settings: LintSettings = {
  ...recommendedSettings,
  rules: rules.map((rule) => ({ rule, level: rule.meta.level, options: {} })),
};

const LARGE = 3200;
const SMALL = LARGE / GROWTH;

const many = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join("");

const inputs: Readonly<Record<string, (count: number) => LintInput>> = {
  "a long name": (count) => ({ source: `$${"a".repeat(20 * count)}` }),
  "a name of hyphens": (count) => ({ source: `$a${"-".repeat(20 * count)}b` }),
  "a property of hyphens": (count) => ({ source: `$a.b${"-".repeat(20 * count)}c` }),
  "a chain of calls": (count) => ({ source: `#set($s = " a ")$s${".trim()".repeat(12 * count)}` }),
  "chains as long as are read": (count) => ({ source: `$s${".trim()".repeat(999)}`.repeat(Math.ceil(count / SMALL)) }),
  "variables, and others that nothing sets": (count) => ({
    source: many(count, (i) => `#set($known${i} = 1)$known${i} $other${i} \${host${i}}\n`),
  }),
  "holes in one line with variables that nothing sets": (count) => {
    const source = many(count, (i) => `<hole> $other${i} `);
    const holes = [...source.matchAll(/<hole>/g)].map(({ index }) => ({ start: index, end: index + "<hole>".length }));
    return { source, holes };
  },
};

describe("linting takes time linear in the size of the template", () => {
  it.each(Object.entries(inputs))("%s", (_, make) => {
    const run = (input: LintInput) => void lint({ ...input, settings });
    expect(growthOf(run, make(SMALL), make(LARGE))).toBe("linear");
  });
});
