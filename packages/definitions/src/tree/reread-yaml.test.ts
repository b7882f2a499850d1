import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../hosts/read-document.js";
import { readYaml } from "./read-yaml.js";
import { rereadYaml } from "./reread-yaml.js";

const FILE = `Base: &base
  text: |
    #set($a = 1)
      indented $a

    last
Folded: !Sub >-
  one \${A}
   more

  two: { "three": [1, '4'] } # no comment
Again: *base
Merged:
  <<: *base
  list:
  - |2
     given indentation
    less
  - plain text, "quoted"
  - "double
    quoted"
Last: |+
  kept

--- |
at the margin
 and within
---
other: |
  of another document
  without a line break at its end`;

/** What reading anew gives. */
const readAnew = (text: string): unknown => readYaml(text);

/** The file with `text` in place of `removed` characters at the offset, reread. */
function typed(offset: number, removed: number, text: string): { readonly after: string; readonly reread: unknown } {
  const after = FILE.slice(0, offset) + text + FILE.slice(offset + removed);
  return { after, reread: rereadYaml(readYaml(FILE), FILE, after) };
}

describe("what is typed into a line of a block scalar moves the rest of the file", () => {
  for (const place of ["#set($a", "indented $", "las", "one ", "mor", "two: { ", "given ", "les", "kep", "withi"]) {
    test.each(["x", " #", ": ", "'", '"{[', "|", "\t", "é", "😀"])(`behind ${place}: %j`, (text) => {
      const { after, reread } = typed(FILE.indexOf(place) + place.length, 0, text);
      expect(reread).toEqual(readAnew(after));
      expect(reread).toBeDefined();
    });
  }

  test("a line's end may be taken away, and the file's", () => {
    for (const place of ["ndented $a", "f another document", "ithout a line break at its end"]) {
      const { after, reread } = typed(FILE.indexOf(place), place.length, "");
      expect(reread).toEqual(readAnew(after));
      expect(reread).toBeDefined();
    }
  });

  test("what several places share stays shared", () => {
    const { reread } = typed(FILE.indexOf("last"), 4, "lost");
    const root = (reread as ReturnType<typeof readYaml>).root;
    const valueAt = (key: string) =>
      root?.kind === "map" ? root.entries.find((entry) => entry.key === key)?.value : undefined;
    expect(valueAt("Again")).toBe(valueAt("Base"));
  });
});

test.each([
  ["a key", "Folded", "x"],
  ["the header of a block", "Sub >-", "+"],
  ["the indentation", "\n   ", " "],
  ["a line break", "las", "\n"],
  ["a plain scalar", "plain te", "x"],
  ["a quoted one", '"double', "x"],
])("reads anew after a change of %s", (_, place, text) => {
  expect(typed(FILE.indexOf(place) + place.length, 0, text).reread).toBeUndefined();
});

test("reads anew what is broken or was repaired", () => {
  for (const start of ["a: [\nb: |\n  ", 'a: "\nb"\nc: |\n  ']) {
    const [before, after] = [`${start}text\n`, `${start}texts\n`];
    expect(rereadYaml(readYaml(before), before, after)).toBeUndefined();
  }
});

test("reads anew what templatefile() has to fill in before it is a document", () => {
  const before = "%{ if x }\na: 1\n%{ endif }\nb: |\n  text\n";
  const read = readDocument(before, "yaml");
  expect([readYaml(before).problems.length, read.problems.length]).toEqual([1, 0]);
  expect(rereadYaml(read, before, before.replace("text", "texts"))).toBeUndefined();
});

test("whatever is changed, it is read as from the beginning or not at all", () => {
  const text = fc.oneof(
    fc.constantFrom("x", " ", "#", ":", "'", '"', "-", "{", "|", "\t", "\n", "- ", "--- "),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.nat({ max: FILE.length }), fc.nat({ max: 4 }), text, (offset, removed, inserted) => {
      const { after, reread } = typed(offset, removed, inserted);
      if (reread !== undefined) expect(reread).toEqual(readAnew(after));
    }),
    { seed: 13, numRuns: 1500 },
  );
});
