import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "../src/rules/index.js";
import { check } from "../src/testing/check-rule.js";
import { examplesOf, headingsOf } from "./rule-page.js";

const folder = fileURLToPath(new URL("../src/rules/", import.meta.url));
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

it("lists every rule folder in the index, in alphabetical order", () => {
  expect(rules.map(({ meta }) => meta.id)).toEqual(names);
});

describe.each(rules.map((rule) => [rule.meta.id, rule] as const))("%s", (id, rule) => {
  const page = readFileSync(`${folder}${id}/README.md`, "utf8");

  it("has a test and a page of the agreed form", () => {
    expect(existsSync(`${folder}${id}/rule.test.ts`)).toBe(true);
    const optional = new Set(["Options", "Fix"]);
    expect(headingsOf(page).filter((heading) => !optional.has(heading))).toEqual([
      id,
      "Why",
      "Wrong",
      "Right",
      "When not to use it",
    ]);
    for (const option of Object.keys(rule.meta.options ?? {})) expect(page).toContain(`\`${option}\``);
  });

  it("reports its wrong examples and no right one", () => {
    const examples = examplesOf(page);
    for (const section of ["Wrong", "Right"]) {
      const found = examples.filter((example) => example.section === section);
      // A page may describe what is too long to show.
      if (id !== "template-too-large") expect(found.length, section).toBeGreaterThan(0);
      for (const { source, facts } of found) {
        const count = check(rule, source, facts === undefined ? {} : { facts }).length;
        if (section === "Wrong") expect(count, source).toBeGreaterThan(0);
        else expect(count, source).toBe(0);
      }
    }
  });
});
