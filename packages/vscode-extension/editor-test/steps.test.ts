import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Frame, FrameLocator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type EditorSession, startSession } from "./editor-session.js";
import { healthModule } from "./health-module.js";
import { editorProgram } from "./host-folder.js";

const program = editorProgram();
const SAM = "template.yaml";
const REQUEST = '"ConsistentRead"';
const RESPONSE = "$input.path('$.Item')";
const NOTE = "templates/note/template.vtl";
const VTL = fileURLToPath(new URL("../../cli/bin/vtl.js", import.meta.url));

describe.skipIf(program === undefined)("a request's way through the gateway, in VS Code", () => {
  let session: EditorSession;
  let editor: EditorSession["editor"];
  let sam: string;

  beforeAll(async () => {
    session = await startSession(program ?? "");
    editor = session.editor;
    sam = session.project.read(SAM);
    await editor.run("View: Toggle Primary Side Bar Visibility");
  }, 180_000);
  afterAll(() => session?.close());
  afterEach(async () => {
    await editor.closeAll();
    session.project.write(SAM, sam);
  });

  /** Opens the preview of a template of the SAM file, by a text in it, and there the steps. */
  async function openSteps(text: string): Promise<FrameLocator> {
    await editor.open(SAM);
    await editor.goTo(sam, text);
    const preview = await editor.openPreview();
    await preview.getByRole("tab", { name: "Steps through the gateway" }).click();
    await preview.locator(".step").first().waitFor();
    return preview;
  }

  /** Types before a text of the SAM file: the focus may be in the preview. */
  async function typeBefore(text: string, typed: string): Promise<void> {
    await editor.run("View: Focus First Editor Group");
    await editor.goTo(sam, text);
    await editor.type(typed);
  }

  const step = (preview: FrameLocator, name: string) => preview.locator(".step", { hasText: name });
  const pane = (preview: FrameLocator, name: string) => preview.getByRole("region", { name, exact: true });

  it("is shown from the method request to the method response, and follows what is typed", async () => {
    const preview = await openSteps(REQUEST);
    await preview.locator(".request-line", { hasText: "GET /orders/text" }).waitFor();
    expect(await preview.locator(".phase").allInnerTexts()).toEqual([
      "Method request",
      "Integration request",
      "Integration",
      "Integration response",
      "Method response",
    ]);
    await preview.locator(".step[aria-current]", { hasText: "Mapping template" }).waitFor();
    await pane(preview, "Output").getByText('"ConsistentRead": true').waitFor();
    await typeBefore(REQUEST, '"ReturnConsumedCapacity": "TOTAL", ');
    await pane(preview, "Output").getByText('"ReturnConsumedCapacity": "TOTAL"').waitFor();
    expect(await preview.locator(".changed ins, .line.changed").count()).toBeGreaterThan(0);
    await pane(preview, "Output").scrollIntoViewIfNeeded();
    await editor.screenshot("steps");
  });

  it("ends where the service would fail, and tells why", async () => {
    const preview = await openSteps(REQUEST);
    await typeBefore(REQUEST, "#if($id == 1)");
    await preview.locator(".status", { hasText: "500" }).waitFor();
    await preview.locator(".step[aria-current][data-outcome=failed]", { hasText: "Mapping template" }).waitFor();
    await preview.locator(".explanation", { hasText: "The template for application/json failed" }).waitFor();
    expect(await step(preview, "Backend").count()).toBe(0);
    await editor.screenshot("steps-failed");
  });

  it("has the sample of a response template as the integration's answer", async () => {
    const preview = await openSteps(RESPONSE);
    await preview.locator(".step[aria-current]", { hasText: "Mapping template" }).waitFor();
    await pane(preview, "Input").getByText('"Item"').waitFor();
    await preview.getByText("the integration answers with the body of the sample").waitFor();
    await preview.getByRole("tab", { name: "Response", exact: true }).click();
    expect(await pane(preview, "Response").getByText('"kind"').count()).toBe(0);
    await typeBefore('"note": "$item', '"kind": "order", ');
    await pane(preview, "Response").getByText('"kind": "order"').waitFor();
  });

  it("is what the preview shows again when the window is loaded anew", async () => {
    const preview = await openSteps(RESPONSE);
    await pane(preview, "Input").getByText('"Item"').waitFor();
    await editor.run("View: Focus First Editor Group");
    await editor.reload();
    await preview.locator(".step[aria-current]", { hasText: "Mapping template" }).waitFor();
    await pane(preview, "Input").getByText('"Item"').waitFor();
    expect(await preview.getByRole("tab", { selected: true }).allTextContents()).toEqual([
      "Steps through the gateway",
      "Steps",
    ]);
  });

  it("comes with what of the definition is not known before it is deployed, and leads there", async () => {
    const preview = await openSteps(REQUEST);
    await typeBefore(REQUEST, '"Extra": "${Unheard}", ');
    const warning = preview.locator(".definition-problems .warning", { hasText: "Unheard is known only once" });
    await warning.waitFor();
    await editor.screenshot("steps-warning");
    expect(await violations(await editor.previewFrame())).toEqual([]);
    const [, line = ""] = /:(\d+):\d+$/.exec((await warning.getByRole("button").textContent()) ?? "") ?? [];
    await warning.getByRole("button").click();
    await expect.poll(() => editor.cursor()).toMatch(new RegExp(`^Ln ${line},`));
  });

  it("waits with what is new while something is clicked, which would else go unheard", async () => {
    const preview = await openSteps(REQUEST);
    await step(preview, "Backend").hover();
    await editor.page.mouse.down();
    const frame = await editor.previewFrame();
    const update = frame.evaluate(
      () => new Promise<void>((heard) => addEventListener("message", () => heard(), { once: true })),
    );
    session.project.write(SAM, sam.replace("ConsistentRead", "Consistent"));
    await update;
    await editor.page.mouse.up();
    await preview.locator(".step[aria-current]", { hasText: "Backend" }).waitFor();
    await pane(preview, "Input").getByText('"Consistent": true').waitFor();
  });

  it("comes with what was made up for the request, which stays open while the template changes", async () => {
    const csv = sam.replace("application/json: !Sub", "text/csv: !Sub");
    session.project.write(SAM, csv);
    const preview = await openSteps(REQUEST);
    const notes = preview.locator("details.notes");
    await notes.locator("summary", { hasText: "2 things to know about this request" }).focus();
    await editor.press("Enter");
    await notes.getByText("The header Content-Type: text/csv is added").waitFor();
    session.project.write(SAM, csv.replace("ConsistentRead", "Consistent"));
    await pane(preview, "Output").getByText('"Consistent": true').waitFor();
    expect(await notes.locator("li").first().isVisible()).toBe(true);
    expect(await violations(await editor.previewFrame())).toEqual([]);
    await editor.screenshot("steps-notes");
  });

  it("leads to where a step is declared", async () => {
    const preview = await openSteps(REQUEST);
    await step(preview, "Choice of the template").first().click();
    const line = sam.slice(0, sam.indexOf("application/json: !Sub")).split("\n").length;
    await preview.locator(".place-link", { hasText: `${SAM}:${line}:` }).click();
    await expect.poll(() => editor.cursor()).toMatch(new RegExp(`^Ln ${line},`));
  });

  it("can be walked through by keyboard, and keeps the place while the template changes", async () => {
    const preview = await openSteps(REQUEST);
    await step(preview, "Mapping template").first().focus();
    await editor.press("ArrowDown", "ArrowDown");
    await preview.locator(".step[aria-current]", { hasText: "Backend" }).waitFor();
    session.project.write(SAM, sam.replace("ConsistentRead", "Consistent"));
    await pane(preview, "Input").getByText('"Consistent": true').waitFor();
    const focused = preview.locator(".step:focus");
    expect(await focused.textContent()).toContain("Backend");
  });

  it("begins with the template that the cursor goes to", async () => {
    const preview = await openSteps(REQUEST);
    await step(preview, "Routing").click();
    await editor.run("View: Focus First Editor Group");
    await editor.goTo(sam, RESPONSE);
    await preview.locator("#title", { hasText: "GET /orders/{id} response" }).waitFor();
    await preview.locator(".step-phase", { hasText: "Integration response" }).waitFor();
    await preview.locator(".step[aria-current]", { hasText: "Mapping template" }).waitFor();
    expect(await preview.getByRole("tab", { selected: true }).first().textContent()).toBe("Steps through the gateway");
  });

  it("is not there for a template that no definition names, which is said", async () => {
    await editor.open(NOTE);
    const preview = await editor.openPreview();
    await preview.getByRole("tab", { name: "Steps through the gateway" }).click();
    await preview.locator(".no-steps", { hasText: "No API definition of this workspace has this template" }).waitFor();
    const frame = await editor.previewFrame();
    expect(await violations(frame)).toEqual([]);
    await preview.getByRole("tab", { name: "Output" }).click();
    await preview.locator(".output .key").first().waitFor();
  });

  it("of a template in a file of its own is that of the Terraform module that names it", async () => {
    const health = "templates/mock-health-check/template.vtl";
    session.project.write("main.tf", healthModule(health));
    await editor.open(health);
    const preview = await editor.openPreview();
    await preview.getByRole("tab", { name: "Steps through the gateway" }).click();
    await preview.locator(".request-line", { hasText: "GET /health" }).waitFor();
    await pane(preview, "Output").getByText('"statusCode": 200').waitFor();
    await preview.locator("#sample").selectOption({ label: "event-2" });
    await pane(preview, "Output").getByText('"statusCode": 503').waitFor();
    await preview.locator(".place-link", { hasText: `${health}:1:1` }).waitFor();
    await step(preview, "Choice of the response").click();
    await preview.locator(".explanation", { hasText: "No pattern matches the status 503" }).waitFor();
  });

  it("is what vtl invoke tells of the same request", async () => {
    const preview = await openSteps(RESPONSE);
    const shown = await stepsIn(preview);
    const [, method = "", url = ""] =
      /^Request (\S+) (\S+)$/.exec((await preview.locator(".request-line").textContent()) ?? "") ?? [];
    await preview.locator(".step", { hasText: "Backend" }).click();
    await preview.getByLabel("Indent JSON").uncheck();
    const answer = (
      await pane(preview, "Output").locator(".message-part", { hasText: "Body" }).locator("code").allInnerTexts()
    ).join("\n");
    session.project.write(
      "stub.json",
      JSON.stringify({ answers: [{ service: "dynamodb", respond: { status: 200, body: answer } }] }),
    );
    const args = [VTL, "invoke", SAM, method, url, "--stub", "stub.json", "--format", "json"];
    const printed = execFileSync(process.execPath, args, { cwd: session.project.folder, encoding: "utf8" });
    const told: readonly ToldStep[] = JSON.parse(printed).steps;
    expect(shown.length).toBeGreaterThan(12);
    expect(shown).toEqual(
      told.map(({ outcome, explanation, place, template }) => ({
        outcome,
        // Here the sample stands in for the service, there the stub file.
        explanation: withoutTimes(explanation).replace(/^The stub file(?=, in the place of)/, "The sample"),
        place: place ? `${place.file}:${place.line}:${place.column}` : undefined,
        template: template?.split("\n"),
      })),
    );
  });

  it.each([
    ["vscode-light", "Light Modern"],
    ["vscode-high-contrast", "Dark High Contrast"],
    ["vscode-high-contrast-light", "Light High Contrast"],
    ["vscode-dark", "Dark Modern"],
  ])("can be read with the theme %s", async (bodyClass, theme) => {
    await editor.run("Preferences: Color Theme");
    await editor.choose(theme);
    const preview = await openSteps(REQUEST);
    const frame = await editor.previewFrame();
    await frame.locator(`body.${bodyClass}`).waitFor();
    const found = [...(await violations(frame))];
    await editor.screenshot(`steps-${bodyClass}`);
    for (const tab of ["Response", "Execution log"]) {
      await preview.getByRole("tab", { name: tab, exact: true }).click();
      found.push(...(await violations(frame)));
    }
    await preview.getByRole("tab", { name: "Steps", exact: true }).click();
    await step(preview, "Backend").click();
    found.push(...(await violations(frame)));
    await typeBefore(REQUEST, "#if(");
    await preview.locator(".step[data-outcome=failed]").waitFor();
    found.push(...(await violations(frame)));
    expect(found).toEqual([]);
  });
});

interface ToldStep {
  readonly outcome: string;
  readonly explanation: string;
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
  readonly template?: string;
}

/** All steps as the page shows them. */
async function stepsIn(preview: FrameLocator): Promise<readonly object[]> {
  const shown: object[] = [];
  for (const button of await preview.locator(".step").all()) {
    await button.click();
    const template = preview.getByRole("region", { name: "Template", exact: true }).locator("code");
    const place = preview.locator(".step-detail .place-link");
    shown.push({
      outcome: await preview.locator(".outcome").textContent(),
      explanation: withoutTimes((await preview.locator(".explanation").textContent()) ?? ""),
      place: (await place.count()) === 0 ? undefined : await place.textContent(),
      template: (await template.count()) === 0 ? undefined : await template.allTextContents(),
    });
  }
  return shown;
}

const withoutTimes = (text: string): string => text.replace(/\d+ ms/, "… ms");

/** What axe finds in a page, as `rule: element`. */
async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  const { violations: found } = await frame.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
