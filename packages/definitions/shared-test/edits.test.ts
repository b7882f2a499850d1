import { corpusHosts, loadGrammar } from "@apigw-vtl/test-support";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editTemplate, type FoundTemplate, findTemplates, type HostFile, type TextEdit } from "../src/index.js";
import { applyTo, withoutHoles } from "./corpus.js";

const grammarHost = { loadGrammar };

const EDITS_PER_TEMPLATE = 12;

const inserted = fc.array(
  fc.constantFrom(
    ...`aZ09 \t\n"'\\\`\${}[]()#%:,-|>&*!?@<=/~é😀`.split(/(?:)/u),
    "\n  ",
    "\n\n",
    `\${x}`,
    `\${!x}`,
    "$!{x}",
    "%{if",
    "#if($a)",
    ": ",
    " #",
    "'''",
    '"""',
    "\\n",
    "\r\n",
    "\u2028",
    "\u007f",
    "$",
    "{",
  ),
  { maxLength: 6 },
);

/** Positions as shares of the template's length, so that one edit fits every template. */
const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 400 })),
  newText: inserted.map((parts) => parts.join("")),
});

type AnyEdit = typeof anyEdit extends fc.Arbitrary<infer Edit> ? Edit : never;

/** The template's text after the edit, each hole alike. */
function expectedAfter(template: FoundTemplate, edit: TextEdit): string {
  const shift = edit.newText.length - (edit.end - edit.start);
  const holes = template.holes.map((hole) => {
    const moved = hole.start >= edit.end ? shift : 0;
    return { ...hole, start: hole.start + moved, end: hole.end + moved };
  });
  return withoutHoles({ text: applyTo(template.text, [edit]), holes });
}

interface Tally {
  written: number;
  readonly refused: Map<string, number>;
}

async function checkEdits(file: HostFile, edits: readonly AnyEdit[], tally: Tally): Promise<void> {
  const before = (await findTemplates(file, grammarHost)).templates;
  for (const [index, template] of before.entries()) {
    const { at, length, newText } = edits[index % edits.length]!;
    const start = Math.floor(at * template.text.length);
    const edit = { start, end: Math.min(start + length, template.text.length), newText };
    const outcome = editTemplate(template, file.text, [edit]);
    if (!outcome.ok) {
      tally.refused.set(outcome.reason, (tally.refused.get(outcome.reason) ?? 0) + 1);
      continue;
    }
    const text = applyTo(file.text, outcome.edits);
    const after = (await findTemplates({ ...file, text }, grammarHost)).templates;
    const context = JSON.stringify({ file: file.path, address: template.address, edit, hostEdits: outcome.edits });
    const again = after[index];
    expect(again && withoutHoles(again), context).toBe(expectedAfter(template, edit));
    expect(after.length, context).toBe(before.length);
    tally.written++;
  }
}

describe("edits of templates", () => {
  it("are written into the host so that the edited text is found again", async () => {
    const tally: Tally = { written: 0, refused: new Map() };
    const edits = fc.sample(anyEdit, { numRuns: 997, seed: 20 });
    for (const [position, file] of corpusHosts().entries()) {
      if (file.text.length > 150_000) continue;
      for (let round = 0; round < EDITS_PER_TEMPLATE; round++) {
        const offset = (position * 31 + round * 83) % edits.length;
        await checkEdits(file, [...edits.slice(offset), ...edits.slice(0, offset)], tally);
      }
    }
    expect(tally.written).toBeGreaterThan(3500);
    // Only what stands for the host's own expressions is refused, never a text for its characters.
    expect([...tally.refused.keys()].toSorted()).toEqual([
      "no literal of the host borders on this place",
      "the change touches a host expression",
      "the change touches text that the host generates",
    ]);
  }, 300_000);
});
