import { corpusHosts, corpusTemplates, loadGrammar } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { editTemplate, findTemplates, toHostOffset, toHostRange, toTemplateOffset } from "../src/index.js";
import { applyTo, expectedText, withoutHoles } from "./corpus.js";

const hosts = corpusHosts();
const templates = corpusTemplates();
const grammarHost = { loadGrammar };

/**
 * What the corpus's collector took for templates and are none: the file is a JSON Schema, in which
 * `responseTemplates: {"type": "object", …, "additionalProperties": false}` says what such an object may hold. The
 * "content types" are the schema's keywords, the "texts" their values.
 */
const SCHEMA_PATH = "lib/service/json-schemas/api-method-schema.json";
const NO_TEMPLATES = [
  { id: "t7cb6efb98b", path: SCHEMA_PATH, contentType: "additionalProperties", template: "false" },
  { id: "t1615307cc4", path: SCHEMA_PATH, contentType: "type", template: "object" },
];

const MARK = "Qq7";

describe("the corpus's host files", () => {
  it("give every template that the corpus has for them", async () => {
    const counts = new Map<string, { expected: number; found: number }>();
    const missing: string[] = [];
    for (const host of hosts) {
      const found = await findTemplates(host, grammarHost);
      // Where the file shows what is filled in, it is filled in: the corpus has a placeholder there all the same.
      const texts = new Set(
        found.templates.map(({ text, segments }) =>
          withoutHoles({ text, holes: segments.filter(({ kind }) => kind === "hole") }),
        ),
      );
      const count = counts.get(host.kind) ?? { expected: 0, found: 0 };
      for (const template of templates.filter((one) => one.repo === host.repo && one.path === host.path)) {
        if (NO_TEMPLATES.some(({ id }) => id === template.id)) continue;
        count.expected++;
        if (texts.has(expectedText(template))) count.found++;
        else missing.push(`${host.file} ${template.id}`);
      }
      counts.set(host.kind, count);
    }
    expect(missing).toEqual([]);
    expect(Object.fromEntries(counts)).toEqual({
      cfn: { expected: 5, found: 5 },
      openapi: { expected: 46, found: 46 },
      sam: { expected: 28, found: 28 },
      serverless: { expected: 8, found: 8 },
      terraform: { expected: 15, found: 15 },
      "vtl-file": { expected: 13, found: 13 },
    });
  });

  it("include one that is a JSON Schema, of which the corpus took keywords for templates", async () => {
    for (const none of NO_TEMPLATES) expect(templates.find(({ id }) => id === none.id)).toMatchObject(none);
    const file = hosts.find(({ path }) => path === SCHEMA_PATH)!;
    const schema = JSON.parse(file.text);
    expect(schema).toMatchObject({ type: "object", properties: {} });
    const keywords = Array.from(
      file.text.matchAll(/"responseTemplates": \{\s*"type": "object",\s*"patternProperties"/g),
    );
    expect(keywords).toHaveLength(1);
    const found = await findTemplates(file, grammarHost);
    expect(found.templates).toEqual([]);
  });

  it("hold each template where its range and map say", async () => {
    let checked = 0;
    for (const host of hosts) {
      const file = host;
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
      const file = host;
      for (const template of (await findTemplates(file, grammarHost)).templates) {
        const whole = { start: 0, end: template.text.length, newText: template.text };
        expect(editTemplate(template, file.text, [whole])).toEqual({ ok: true, edits: [] });
      }
    }
  });

  it("are byte for byte what they were when a text is put in and taken out again", async () => {
    let written = 0;
    for (const host of hosts) {
      const file = host;
      const before = (await findTemplates(file, grammarHost)).templates;
      for (const [index, template] of before.entries()) {
        for (const share of [0, 0.4, 0.8, 1]) {
          const at = Math.floor(share * template.text.length);
          const putIn = editTemplate(template, file.text, [{ start: at, end: at, newText: MARK }]);
          // A literal that cannot hold the text at this place was written anew, in other words.
          if (!putIn.ok || putIn.edits.some(({ start, end }) => start < end)) continue;
          const text = applyTo(file.text, putIn.edits);
          const marked = (await findTemplates({ ...file, text }, grammarHost)).templates[index]!;
          const start = marked.text.indexOf(MARK);
          const takenOut = editTemplate(marked, text, [{ start, end: start + MARK.length, newText: "" }]);
          expect(takenOut.ok && applyTo(text, takenOut.edits) === file.text, `${host.file} ${template.address}`).toBe(
            true,
          );
          written++;
        }
      }
    }
    expect(written).toBeGreaterThan(1000);
  }, 120_000);

  it("that are cut short give what can be read, and a diagnostic where that is not the file's grammar", async () => {
    let broken = 0;
    for (const host of hosts) {
      const file = host;
      for (const share of [0.3, 0.7]) {
        const cut = { ...file, text: file.text.slice(0, Math.floor(share * file.text.length)) };
        const { diagnostics } = await findTemplates(cut, grammarHost);
        broken += diagnostics.length > 0 ? 1 : 0;
        // What holds no template's key is not parsed at all.
        const isJson = file.format === undefined && file.path.endsWith(".json") && /Templates/.test(cut.text);
        if (isJson)
          expect(
            diagnostics.map(({ code }) => code),
            host.file,
          ).toContain("host-syntax");
        const outside = diagnostics.filter(({ start, end }) => start < 0 || end < start || end > cut.text.length);
        expect(outside, host.file).toEqual([]);
      }
    }
    expect(broken).toBeGreaterThan(50);
  });
});
