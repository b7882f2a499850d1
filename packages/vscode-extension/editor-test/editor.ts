import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "@apigw-vtl/test-support";
import type { Frame, FrameLocator, Locator, Page } from "playwright-core";
import { expect } from "vitest";

const screenshots = fileURLToPath(new URL("../../../.cache/screenshots/", import.meta.url));
const HIDDEN = ":not([style*='display: none'])";

/** Milliseconds until a list is asked for again. */
const A_WHILE = 5000;

/** The list of completions, once it shows something. */
export const A_LIST = ".suggest-widget.visible .monaco-list-row";

/** VS Code in a browser, by what a person sees and presses. */
export class Editor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openFolder(url: string, folder: string): Promise<void> {
    await this.page.goto(`${url}/?folder=${folder}`, { waitUntil: "domcontentloaded" });
    await this.page.waitForSelector(".monaco-workbench .explorer-folders-view .monaco-list-row", { timeout: 60_000 });
  }

  /** Closes what is open once it is saved: else VS Code would ask, and ask about files that have changed on disk. */
  async closeAll(): Promise<void> {
    await expect.poll(() => this.page.locator(".tab.dirty").count()).toBe(0);
    await this.run("View: Close All Editors");
    await this.page.locator(".tab").first().waitFor({ state: "detached" });
  }

  /** Loads the window anew, as VS Code does when it is started again. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent("load");
    await this.run("Developer: Reload Window");
    await loaded;
    await this.line(/\S/).waitFor();
  }

  /** Opens a file by its path in the project. */
  async open(path: string): Promise<void> {
    const [folder, name] = [path.slice(0, path.lastIndexOf("/")), path.slice(path.lastIndexOf("/") + 1)];
    const shown = this.page.locator(".breadcrumbs-control", { hasText: path.replaceAll("/", "") }).first();
    await eventually(async () => {
      // The list may have changed between the look at it and the click.
      await this.#accept("Control+P", path, ".focused", [name, folder]);
      await shown.waitFor({ timeout: A_WHILE });
    });
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
    await this.line(/\S/).waitFor();
  }

  async run(command: string): Promise<void> {
    // Entries have no order in the page, and `Format Selection With...` is another command.
    await this.#accept("F1", `>${command}`, "", [new RegExp(`${command}(?! with)`, "i")]);
  }

  /** Chooses an entry of the list that a command shows. */
  async pick(label: string): Promise<void> {
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: label }).first().click();
  }

  /** Finds an entry of such a list by its name. */
  async choose(label: string): Promise<void> {
    const row = this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: label });
    await eventually(async () => {
      // The list that is there may be that of the command still: what is typed into it is lost.
      await this.#quickInput(label);
      await row.waitFor({ timeout: A_WHILE });
    });
    await this.page.keyboard.press("Enter");
    await this.#quickInputGone();
  }

  /** Puts the cursor before the first `text` of a line (from 1) of the file, which `content` is. */
  async goTo(content: string, text: string, offset = 0): Promise<void> {
    const before = content.slice(0, content.indexOf(text) + offset).split("\n");
    await this.page.keyboard.press("Control+G");
    await this.#quickInput(`:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`);
    await this.page.keyboard.press("Enter");
    await this.#quickInputGone();
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((done, key) => done.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** The first line in view with a text. */
  line(text: string | RegExp): Locator {
    return this.page.locator(".monaco-editor .view-line", { hasText: text }).first();
  }

  /** A line of text above the code that can be clicked. */
  lens(title: string): Locator {
    return this.page.locator(".codelens-decoration a", { hasText: title }).first();
  }

  /** An entry of the list of completions. */
  suggestion(label: string): Locator {
    return this.page.locator(A_LIST, { hasText: label }).first();
  }

  /** How many lists of completions have been shown since this was first asked. */
  countOfLists(): Promise<number> {
    return this.page.evaluate((list) => {
      const counted = globalThis as unknown as { shownLists?: number };
      if (counted.shownLists === undefined) {
        counted.shownLists = 0;
        let wasShown = false;
        new MutationObserver(() => {
          const isShown = document.querySelector(list) !== null;
          if (isShown && !wasShown) counted.shownLists = (counted.shownLists ?? 0) + 1;
          wasShown = isShown;
        }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
      }
      return counted.shownLists;
    }, A_LIST);
  }

  /** The text of the editor's lines that are in view. */
  async visibleText(): Promise<string> {
    const lines = this.page.locator(".editor-instance .view-lines").first().locator(".view-line");
    const found = await lines.evaluateAll((all) =>
      all.map((line) => ({ top: Number.parseFloat((line as HTMLElement).style.top), text: line.textContent })),
    );
    return found
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text?.replaceAll("\u00a0", " ") ?? "")
      .join("\n");
  }

  /** What the Problems view lists. */
  async problems(): Promise<readonly string[]> {
    await this.run("View: Focus Problems");
    const rows = this.page.locator(".markers-panel .monaco-list-row .marker-message-details-container");
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** The cursor's place as the status bar says it. */
  async cursor(): Promise<string> {
    return (await this.page.locator("#status\\.editor\\.selection").textContent()) ?? "";
  }

  statusBar(text: string | RegExp): Locator {
    return this.page.locator(".statusbar-item", { hasText: text }).first();
  }

  /** Opens the preview, and gives its own page, two frames deep. */
  async openPreview(): Promise<FrameLocator> {
    await this.run("VTL: Open Preview to the Side");
    const preview = this.preview();
    await preview.locator("#title:not(:empty)").waitFor();
    return preview;
  }

  preview(): FrameLocator {
    return this.page.frameLocator("iframe.webview").frameLocator("#active-frame");
  }

  /** The preview's page as a frame, for what runs scripts in it. */
  async previewFrame(): Promise<Frame> {
    const element = await this.preview().locator("html").elementHandle();
    const frame = await element?.ownerFrame();
    if (!frame) throw new Error("there is no preview");
    return frame;
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }

  /** Types into a list that a key opens, and takes the entry with all parts, which `state` may narrow down. */
  async #accept(key: string, text: string, state: string, parts: readonly (string | RegExp)[]): Promise<void> {
    let row = this.page.locator(`.quick-input-list .monaco-list-row${state}`);
    for (const part of parts) row = row.filter({ hasText: part });
    let isFirst = true;
    await eventually(async () => {
      // What extensions and searches bring late is not added to a list that is shown already.
      if (!isFirst) await this.page.keyboard.press("Escape");
      isFirst = false;
      await this.page.keyboard.press(key);
      await this.#quickInput(text);
      await row.first().click({ timeout: A_WHILE });
    });
  }

  async #quickInput(text: string): Promise<void> {
    const input = this.page.locator(`.quick-input-widget${HIDDEN} input`).first();
    await input.waitFor();
    await input.fill(text);
  }

  #quickInputGone(): Promise<void> {
    return this.page.locator(`.quick-input-widget${HIDDEN}`).waitFor({ state: "hidden" });
  }
}
