import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { apiWith } from "../src/testing/definitions.js";
import { hasChromium, launchChromium } from "./chromium.js";
import { isOpen, openPage, openRoute } from "./open-page.js";
import { PageServer } from "./page-server.js";
import { SAMPLE_API } from "./sample-api.js";

describe.runIf(hasChromium())("the page", () => {
  const server = new PageServer();
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    [browser] = await Promise.all([launchChromium(), server.start()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    server.change(SAMPLE_API);
    ({ page, complaints } = await openPage(browser, server.url));
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const routes = () => page.getByRole("navigation", { name: "Routes" });
  const open = (name: RegExp) => openRoute(page, name);
  const send = () => page.getByRole("button", { name: "Send" }).click();
  const result = () => page.getByRole("region", { name: "Result" });
  const status = () => result().locator(".status").textContent();
  const openStep = (phase: string, name: RegExp) =>
    result().getByRole("list", { name: phase, exact: true }).getByRole("button", { name }).click();
  const stepTitle = () => result().locator(".step-title").textContent();
  /** The text of a pane, as it reads. */
  const pane = (name: string) => result().getByRole("region", { name, exact: true }).textContent();

  it("lists the routes with method, path and integration", async () => {
    const texts = await routes().getByRole("link").allInnerTexts();
    expect(texts.map((text) => text.replace(/\s+/g, " "))).toEqual([
      "POST /items integration MOCK",
      "GET /items/{name} integration MOCK",
      "PUT /items/{name}/tags/{tag} integration MOCK",
      "POST /broken integration MOCK",
      "POST /forward integration HTTP",
      "ANY /files/{proxy+} integration MOCK",
      "DELETE /nothing integration none",
    ]);
    expect(await page.title()).toBe("POST /items · item store");
  });

  it("narrows the routes down", async () => {
    await page.getByRole("searchbox", { name: "Filter routes" }).fill("items get");
    expect(await routes().getByRole("link").count()).toBe(1);
    expect(await routes().getByRole("status").textContent()).toBe("1 of 7 routes");
  });

  it("sends a request with path parameter and stage variable, and shows the response", async () => {
    await open(/GET \/items\/\{name\}/);
    await page.getByRole("textbox", { name: "{name}" }).fill("a lamp");
    expect(await page.locator(".target").textContent()).toBe("GET /items/a%20lamp");
    await page.getByRole("textbox", { name: "{name}" }).fill("lamp");
    await page.getByRole("textbox", { name: "Stage variables" }).fill("table=Other");
    await send();
    await result().getByRole("tab", { name: "Response" }).click();
    expect(await status()).toBe("200 OK");
    expect(await pane("Response")).toContain('"name": "lamp"');
    expect(await pane("Response")).toContain('"table": "Other"');
    expect(await page.locator("#announcement").textContent()).toBe("Response 200 OK.");
  });

  it("sends headers, query and body", async () => {
    await page.getByRole("textbox", { name: "Headers" }).fill("X-Tenant: acme");
    await page.getByRole("textbox", { name: "Query string" }).fill("?dry=1");
    await page.getByRole("textbox", { name: "Body" }).fill("{}");
    await page.keyboard.press("Control+Enter");
    await result().getByRole("tab", { name: "Execution log" }).click();
    const log = await result().getByRole("region", { name: "Execution log" }).textContent();
    expect(log).toContain("Method request query string: {dry=1}");
    expect(log).toContain("Method request body before transformations: {}");
    expect(log).toContain("Method completed with status: 200");
    await result().getByRole("tab", { name: "Response" }).click();
    expect(await pane("Response")).toMatch(/X-Store: items[\s\S]*"for": "acme"/);
  });

  it("shows each step: input, template and output, with what differs marked", async () => {
    await open(/\/forward/);
    await page.getByRole("textbox", { name: "Body" }).fill('{"name": "lamp", "tags": ["a", "b"]}');
    await send();
    await openStep("Integration request", /^Mapping template ?, done/);
    expect(await stepTitle()).toBe("Mapping template done");
    expect(await pane("Template")).toContain("#foreach($tag in $item.tags)");
    expect(await pane("Output")).toContain('"table": "Items"');
    const added = result().getByRole("region", { name: "Output" }).locator(".changed");
    expect((await added.allInnerTexts()).join("\n")).toContain('"table": "Items"');
    expect((await added.allInnerTexts()).join("\n")).toContain("only after:");
    const removed = result().getByRole("region", { name: "Input" }).locator(".changed");
    expect(await removed.count()).toBeGreaterThan(0);
  });

  it("does not mark the backend's response as a change of its request", async () => {
    await open(/\/forward/);
    await page.getByRole("textbox", { name: "Body" }).fill('{"name": "lamp", "tags": []}');
    await send();
    await openStep("Integration", /^Backend/);
    expect(await pane("Input")).toContain("POST http://backend.test/items");
    expect(await pane("Output")).toContain("Status 200");
    expect(await result().locator(".changed").count()).toBe(0);
  });

  it("shows what comes from templates and requests as text, never as markup", async () => {
    await open(/\/forward/);
    await page.getByRole("textbox", { name: "Body" }).fill('{"name": "<img src=x onerror=alert(1)>", "tags": []}');
    await send();
    await result().getByRole("tab", { name: "Response" }).click();
    expect(await pane("Response")).toContain("<img src=x onerror=alert(1)>");
    expect(await page.locator("img, b").count()).toBe(0);
  });

  it("opens the step that failed, and tells why", async () => {
    await open(/\/broken/);
    await page.getByRole("textbox", { name: "Body" }).fill('{"status": "many"}');
    await send();
    expect(await status()).toBe("500 Internal Server Error");
    expect(await stepTitle()).toMatch(/failed$/);
    expect(await result().locator(".explanation").textContent()).toContain("statusCode");
    expect(await page.locator("#announcement").textContent()).toContain("a step failed");
  });

  it("shows what is wrong with a field at that field, and sends nothing", async () => {
    await open(/\/tags\//);
    await page.getByRole("textbox", { name: "{name}" }).fill("lamp");
    await page.getByRole("textbox", { name: "Headers" }).fill("Accept: a/b\nno header");
    await send();
    const tag = page.getByRole("textbox", { name: "{tag}" });
    expect(await tag.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await tag.getAttribute("aria-invalid")).toBe("true");
    const headers = page.getByRole("textbox", { name: "Headers" });
    const described = (await headers.getAttribute("aria-describedby")) ?? "";
    expect(await page.locator(`#${described.split(" ").at(-1)}`).textContent()).toMatch(/^Line 2 has no “:”/);
    expect(await result().locator(".status").count()).toBe(0);
    await headers.fill("Accept: a/b");
    expect(await headers.getAttribute("aria-invalid")).toBeNull();
  });

  it("sends any method to ANY, and the rest of the path to {proxy+}", async () => {
    await open(/\/files\//);
    await page.getByRole("combobox", { name: "Method" }).selectOption("PATCH");
    await page.getByRole("textbox", { name: "{proxy+}" }).fill("a/b");
    await send();
    await result().getByRole("tab", { name: "Execution log" }).click();
    const log = await result().getByRole("region", { name: "Execution log" }).textContent();
    expect(log).toContain("HTTP Method: PATCH, Resource Path: /files/{proxy+}");
    expect(log).toContain("Method request path: {proxy=a/b}");
  });

  it("leaves out the API key as the console does, unless told to act as a client", async () => {
    await open(/\/nothing/);
    await send();
    expect(await status()).toBe("500 Internal Server Error");
    await page.getByRole("checkbox", { name: /As a client/ }).check();
    await send();
    await result().locator(".status").getByText("403 Forbidden").waitFor();
  });

  it("keeps what was typed and what came of it while other routes are looked at", async () => {
    await open(/GET \/items\/\{name\}/);
    await page.getByRole("textbox", { name: "{name}" }).fill("lamp");
    await send();
    await result().locator(".status").waitFor();
    await open(/\/broken/);
    expect(await result().locator(".status").count()).toBe(0);
    await page.goBack();
    await isOpen(page, /GET \/items\/\{name\}/);
    expect(await page.getByRole("textbox", { name: "{name}" }).inputValue()).toBe("lamp");
    expect(await status()).toBe("200 OK");
  });

  it("is at the route that its address names", async () => {
    const own = await openPage(browser, `${server.url}#${encodeURIComponent("POST /broken")}`);
    expect(await own.page.title()).toBe("POST /broken · item store");
    await own.page.close();
  });

  it("leaves the focus where it is when the definition changes", async () => {
    const body = page.getByRole("textbox", { name: "Body" });
    await body.fill("half a body");
    server.change({ ...SAMPLE_API, routes: SAMPLE_API.routes.slice(0, 3) });
    await routes().getByText("3 routes").waitFor();
    await page.keyboard.type(", and the rest");
    expect(await body.inputValue()).toBe("half a body, and the rest");
    const link = routes().getByRole("link", { name: /\/tags\// });
    await link.focus();
    server.change({ ...SAMPLE_API, routes: SAMPLE_API.routes.slice(0, 4) });
    await routes().getByText("4 routes").waitFor();
    expect(await link.evaluate((item) => item === document.activeElement)).toBe(true);
  });

  it("waits with a change of the definition while a route is clicked", async () => {
    const link = routes().getByRole("link", { name: /\/broken/ });
    await link.hover();
    await page.mouse.down();
    server.change({ ...SAMPLE_API, name: "another store" });
    await page.locator("#announcement", { hasText: "The definition has changed." }).waitFor({ state: "attached" });
    await page.mouse.up();
    await isOpen(page, /\/broken/);
    await page.getByText("another store").waitFor();
  });

  it("follows the definition, and says when that cannot be served", async () => {
    server.change({ ...SAMPLE_API, routes: SAMPLE_API.routes.slice(0, 2) });
    await routes().getByText("2 routes").waitFor();
    server.change(SAMPLE_API, "api.yaml:3:1: error: <b>bad</b>");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("api.yaml:3:1: error: <b>bad</b>");
    server.change(apiWith());
    await routes().getByText("This API has no routes.").waitFor();
  });
});

describe.runIf(hasChromium())("a page whose server has ended", () => {
  it("says so where the response would be", async () => {
    const server = new PageServer();
    const [browser] = await Promise.all([launchChromium(), server.start()]);
    try {
      const { page } = await openPage(browser, server.url);
      await server.close();
      await page.getByText("not connected").waitFor();
      await page.getByRole("button", { name: "Send" }).click();
      const alert = page.getByRole("region", { name: "Result" }).getByRole("alert");
      await alert.waitFor();
      expect(await alert.textContent()).toBe("The server does not answer. Is vtl serve still running?");
    } finally {
      await browser.close();
    }
  });
});
