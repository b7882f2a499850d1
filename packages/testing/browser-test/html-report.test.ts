import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileCoverage } from "../src/coverage/coverage.js";
import { htmlReport } from "../src/coverage/reports/html.js";

/** Where Debian installs it; `.ci/install-browser` does. In CI it must be there. */
const CHROMIUM = "/usr/bin/chromium";
const hasChromium = existsSync(CHROMIUM) || process.env.CI !== undefined;

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const TEXT = "#if($input.path('$.a') == 1)\none\n#else\n<other>\n#end\n#foreach($i in ['a', 'b'])$i#end\n";
const range = { start: 0, end: 1 };
const at = { file: "a b/t.vtl", range };
const FILE: FileCoverage = {
  file: "a b/t.vtl",
  lines: new Map([
    [1, 3],
    [2, 3],
    [4, 0],
    [6, 3],
  ]),
  branches: [
    {
      ...at,
      kind: "if",
      line: 1,
      impossible: [],
      ways: [
        { name: "#if", line: 1, place: at, hits: 3 },
        { name: "#else", line: 3, place: at, hits: 0 },
      ],
    },
    { ...at, kind: "loop", line: 6, ways: [], impossible: [{ name: "no round", reason: "the list has 2 items" }] },
  ],
  references: [{ ...at, source: "$input.path('$.a')", line: 1, present: 3, missing: 0 }],
};

describe.runIf(hasChromium)("the pages of the coverage", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  });
  afterAll(() => browser.close());

  const pages = new Map(htmlReport([FILE], () => TEXT).map(({ name, text }) => [name, text]));

  async function open(name: string, colorScheme: "light" | "dark"): Promise<Page> {
    const page = await browser.newPage({ colorScheme });
    await page.setContent(pages.get(name) ?? "");
    return page;
  }

  it.each(["light", "dark"] as const)("have nothing that axe finds, in %s", async (colorScheme) => {
    for (const name of pages.keys()) {
      const page = await open(name, colorScheme);
      await page.evaluate(await readFile(AXE, "utf8"));
      const results = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults;
      expect(results.passes.length).toBeGreaterThan(10);
      expect(results.violations.map(({ id }) => `${name}: ${id}`)).toEqual([]);
      await page.screenshot({ path: `.cache/screenshots/coverage-${name}-${colorScheme}.png` });
      await page.close();
    }
  });

  it("say in words what was not reached", async () => {
    const page = await open("a-b-t.vtl.html", "light");
    expect(await page.locator("#L4").textContent()).toBe("4never<other>");
    expect(await page.locator("#L3").textContent()).toContain("never: #else");
    expect(await page.locator("#L6").textContent()).toContain("cannot be: no round, since the list has 2 items");
    expect(await page.locator("main li").textContent()).toBe("line 1: $input.path('$.a') never missing");
    await page.close();
  });
});
