import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";

/** What people look at after a change of the page; not kept in the repository. */
const SCREENSHOTS = fileURLToPath(new URL("../../../.cache/screenshots/", import.meta.url));

export type ColourScheme = "light" | "dark";

/** Opens the page and waits until it lists the routes. Whatever the browser complains about fails the test. */
export async function openPage(
  browser: Browser,
  url: string,
  options: { readonly colorScheme?: ColourScheme; readonly width?: number } = {},
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const { colorScheme = "light", width = 1360 } = options;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith("data:"))
      complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(url);
  await page.getByRole("navigation", { name: "Routes" }).getByRole("link").first().waitFor();
  return { page, complaints };
}

export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
}

/** Follows the link of a route, and waits until the page is there. */
export async function openRoute(page: Page, name: RegExp): Promise<void> {
  const link = page.getByRole("navigation", { name: "Routes" }).getByRole("link", { name });
  await link.click();
  await isOpen(page, name);
}

/** Waits until a route is the one that is shown. */
export async function isOpen(page: Page, name: RegExp): Promise<void> {
  const link = page.getByRole("navigation", { name: "Routes" }).getByRole("link", { name });
  await page.locator("a[aria-current]").and(link).waitFor();
}
