import { describe, expect, it } from "vitest";
import { type LintInput, type LintSettings, lint, recommendedSettings, rules } from "../src/index.js";

const settings: LintSettings = {
  ...recommendedSettings,
  rules: rules.map((rule) => ({ rule, level: rule.meta.level, options: {} })),
};

const LARGE = 3200;
const SMALL = LARGE / 8;
/** Eight times the text should take eight times as long; sixty-four times would be quadratic. */
const MOST = 24;
/** Below this the clock says nothing. */
const MEASURABLE_MS = 4;

const many = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join("");

const inputs: Readonly<Record<string, (count: number) => LintInput>> = {
  "a long name": (count) => ({ source: `$${"a".repeat(20 * count)}` }),
  "a name of hyphens": (count) => ({ source: `$a${"-".repeat(20 * count)}b` }),
  "a property of hyphens": (count) => ({ source: `$a.b${"-".repeat(20 * count)}c` }),
  "variables, and others that nothing sets": (count) => ({
    source: many(count, (i) => `#set($known${i} = 1)$known${i} $other${i} \${host${i}}\n`),
  }),
  "holes in one line with variables that nothing sets": (count) => {
    const source = many(count, (i) => `<hole> $other${i} `);
    const holes = [...source.matchAll(/<hole>/g)].map(({ index }) => ({ start: index, end: index + "<hole>".length }));
    return { source, holes };
  },
};

function milliseconds(input: LintInput): number {
  const start = performance.now();
  lint({ ...input, settings });
  return performance.now() - start;
}

describe("linting takes time linear in the size of the template", () => {
  it.each(Object.entries(inputs))("%s", (_, make) => {
    const [small, large] = [make(SMALL), make(LARGE)];
    let ratio = Number.POSITIVE_INFINITY;
    // Something else may have run on the machine in between: then the ratio is another one the next time.
    for (let attempt = 0; attempt < 4 && ratio > MOST; attempt++) {
      ratio = Math.min(ratio, milliseconds(large) / Math.max(milliseconds(small), MEASURABLE_MS));
    }
    expect(ratio).toBeLessThan(MOST);
  });
});
