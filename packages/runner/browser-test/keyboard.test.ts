import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hasChromium, launchChromium } from "./chromium.js";
import { openPage, openRoute } from "./open-page.js";
import { PageServer } from "./page-server.js";

describe.runIf(hasChromium())("with the keyboard alone", () => {
  const server = new PageServer();
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [browser] = await Promise.all([launchChromium(), server.start()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    ({ page } = await openPage(browser, server.url));
  });

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** What has the focus, in the words of a screen reader, more or less. */
  const focused = () =>
    page.evaluate(() => {
      const item = document.activeElement;
      const label = item?.id ? document.querySelector(`label[for="${item.id}"]`) : null;
      return (label ?? item)?.textContent?.replace(/\s+/g, " ").trim();
    });

  it("a request can be chosen, filled in, sent and inspected", async () => {
    await press("/");
    await page.keyboard.type("get");
    await press("ArrowDown", "Enter");
    await page.waitForFunction(() => document.activeElement?.id === "request-heading");
    expect(await focused()).toBe("GET /items/{name}");
    await press("Tab");
    expect(await focused()).toBe("{name} required");
    await page.keyboard.type("lamp");
    await press("Control+Enter");
    await page.locator(".status").waitFor();
    await page.locator("#request-body").focus();
    await press("Tab", "Tab", "Tab");
    expect(await focused()).toBe("Steps");
    await press("Tab", "Tab");
    expect(await focused()).toMatch(/^✓Routing, done/);
    await press("ArrowDown");
    expect(await focused()).toMatch(/^–API key, skipped/);
    expect(await page.locator(".step-title").textContent()).toBe("API key skipped");
    await press("End");
    expect(await page.locator(".step-title").textContent()).toMatch(/^Header remapping/);
  });

  it("tabs are changed by arrows, Home and End", async () => {
    await press("/");
    await page.keyboard.type("put");
    await page.locator("#request-body").focus();
    await page.locator("#route-filter").fill("");
    await openRoute(page, /\/files/);
    await page.locator("[id='path-proxy']").fill("a");
    await press("Enter");
    await page.locator(".status").waitFor();
    await page.getByRole("tab", { name: "Steps" }).focus();
    await press("ArrowRight");
    expect(await focused()).toBe("Response");
    expect(await page.getByRole("tabpanel").getAttribute("id")).toBe("panel-response");
    await press("End");
    expect(await focused()).toBe("Execution log");
    await press("Home");
    expect(await focused()).toBe("Steps");
  });

  it("the list of routes can be passed over, from any route", async () => {
    await openRoute(page, /\/forward/);
    await page.locator("body").evaluate((body) => {
      body.tabIndex = -1;
      body.focus();
    });
    await press("Tab");
    expect(await focused()).toBe("Skip to the request");
    await press("Enter");
    expect(await focused()).toBe("POST /forward");
    await press("Tab");
    expect(await focused()).toBe("Query string");
    expect(await page.title()).toBe("POST /forward · item store");
  });

  it("every part that scrolls can be reached", async () => {
    await page.locator("#request-headers").fill("X-Tenant: a");
    await press("Control+Enter");
    await page.locator(".status").waitFor();
    const unreachable = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main *")]
        .filter((item) => item.scrollHeight > item.clientHeight && getComputedStyle(item).overflowY === "auto")
        .filter((item) => item.tabIndex < 0)
        .map((item) => item.className),
    );
    expect(unreachable).toEqual([]);
  });
});
