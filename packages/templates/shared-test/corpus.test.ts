import { describe, expect, it } from "vitest";
import { editTemplate, findTemplates, toHostOffset, toHostRange, toTemplateOffset } from "../src/index.js";
import { grammarHost } from "../test/grammar-host.js";
import { expectedText, hostFile, hosts, templates, withoutHoles } from "./corpus.js";

/** `responseTemplates` of a JSON Schema: its keywords are no templates, and `false` is no text. */
const NOT_TEMPLATES = new Set(["false"]);

describe("the corpus's host files", () => {
  it("give every template that the corpus has for them", async () => {
    const counts = new Map<string, { expected: number; found: number }>();
    const missing: string[] = [];
    for (const host of hosts) {
      const found = await findTemplates(hostFile(host), grammarHost);
      const texts = new Set(found.templates.map(withoutHoles));
      const count = counts.get(host.kind) ?? { expected: 0, found: 0 };
      for (const template of templates.filter((one) => one.repo === host.repo && one.path === host.path)) {
        if (NOT_TEMPLATES.has(template.template)) continue;
        count.expected++;
        if (texts.has(expectedText(template))) count.found++;
        else missing.push(`${host.file} ${template.id}`);
      }
      counts.set(host.kind, count);
    }
    expect(missing).toEqual([]);
    expect(Object.fromEntries(counts)).toEqual({
      cfn: { expected: 5, found: 5 },
      openapi: { expected: 47, found: 47 },
      sam: { expected: 28, found: 28 },
      serverless: { expected: 8, found: 8 },
      terraform: { expected: 15, found: 15 },
      "vtl-file": { expected: 13, found: 13 },
    });
  });

  it("hold each template where its range and map say", async () => {
    let checked = 0;
    for (const host of hosts) {
      const file = hostFile(host);
      for (const template of (await findTemplates(file, grammarHost)).templates) {
        const { text, segments, holes, range } = template;
        expect(segments.map((segment) => text.slice(segment.start, segment.end)).join("")).toBe(text);
        for (const segment of segments) {
          const { start, end, hostStart, hostEnd, kind } = segment;
          if (kind !== "fixed") {
            expect(hostStart).toBeGreaterThanOrEqual(range.start);
            expect(hostEnd).toBeLessThanOrEqual(range.end);
          }
          if (kind !== "verbatim") continue;
          expect(file.text.slice(hostStart, hostEnd)).toBe(text.slice(start, end));
          for (const offset of [start, Math.floor((start + end) / 2), end - 1]) {
            const hostOffset = toHostOffset(segments, offset, "start");
            expect(file.text[hostOffset ?? -1]).toBe(text[offset]);
            expect(toTemplateOffset(segments, hostOffset ?? -1)).toBe(offset);
          }
          expect(toHostRange(segments, { start, end })).toEqual({ start: hostStart, end: hostEnd });
          checked++;
        }
        for (const hole of holes) {
          const name = hole.expression.split(/[.:]/)[0]!;
          expect(file.text.slice(hole.hostStart, hole.hostEnd)).toContain(name);
        }
      }
    }
    expect(checked).toBeGreaterThan(1000);
  });

  it("stay as they are when each template is put back unchanged", async () => {
    for (const host of hosts) {
      const file = hostFile(host);
      for (const template of (await findTemplates(file, grammarHost)).templates) {
        const whole = { start: 0, end: template.text.length, newText: template.text };
        expect(editTemplate(template, file.text, [whole])).toEqual({ ok: true, edits: [] });
      }
    }
  });
});
