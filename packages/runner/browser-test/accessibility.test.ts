import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launchChromium } from "./chromium.js";
import { type ColourScheme, keepScreenshot, openPage, openRoute } from "./open-page.js";
import { PageServer } from "./page-server.js";
import { SAMPLE_API } from "./sample-api.js";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds: the rule, and the elements that break it. */
async function violationsOf(page: Page): Promise<string[]> {
  // As text of an evaluation it is not held up by the page's policy.
  await page.evaluate(await readFile(AXE, "utf8"));
  const results = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults;
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe.runIf(hasChromium())("axe finds nothing", () => {
  const server = new PageServer();
  let browser: Browser;
  beforeAll(async () => {
    [browser] = await Promise.all([launchChromium(), server.start()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    start: async () => {},
    "invalid fields": async (page) => {
      await openRoute(page, /\/tags\//);
      await page.getByRole("button", { name: "Send" }).click();
      await page.locator("[aria-invalid]").first().waitFor();
    },
    steps: async (page) => {
      await openRoute(page, /\/forward/);
      await page.getByRole("textbox", { name: "Body" }).fill('{"name": "lamp", "tags": ["a", "b"]}');
      await page.getByRole("button", { name: "Send" }).click();
      await page.locator(".status").waitFor();
      await page.locator("main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
    },
    response: async (page) => {
      await page.getByRole("textbox", { name: "Headers" }).fill("X-Tenant: acme");
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByRole("tab", { name: "Response" }).click();
    },
    failure: async (page) => {
      await openRoute(page, /\/broken/);
      await page.getByRole("button", { name: "Send" }).click();
      await page.locator(".failed-at").waitFor();
      await page.locator("main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
    },
    log: async (page) => {
      await openRoute(page, /\/broken/);
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByRole("tab", { name: "Execution log" }).click();
    },
    "broken definition": async (page) => {
      server.change(SAMPLE_API, "api.yaml:3:1: error: bad indentation");
      await page.getByRole("alert").waitFor();
      server.change(SAMPLE_API);
    },
  };

  for (const colorScheme of ["light", "dark"] satisfies ColourScheme[]) {
    for (const [name, arrive] of Object.entries(views)) {
      it(`in ${name}, ${colorScheme}`, async () => {
        const { page } = await openPage(browser, server.url, { colorScheme });
        await arrive(page);
        await keepScreenshot(page, `${name.replace(" ", "-")}-${colorScheme}`);
        expect(await violationsOf(page)).toEqual([]);
        await page.close();
      });
    }
  }

  it("on a narrow screen, where nothing is wider than it", async () => {
    const { page } = await openPage(browser, server.url, { width: 400 });
    await views.steps?.(page);
    await keepScreenshot(page, "narrow");
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
    await page.close();
  });

  it("with the user's own colours, where differences keep their marks", async () => {
    const { page } = await openPage(browser, server.url);
    await page.emulateMedia({ forcedColors: "active" });
    await views.steps?.(page);
    await keepScreenshot(page, "forced-colors");
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.locator(".changed .gutter").allInnerTexts()).toContain("+");
    await page.close();
  });
});
