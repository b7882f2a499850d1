import type { TemplateSummary } from "@apigw-vtl/lsp";
import { type Disposable, env, Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import type { Server } from "../client/server.js";
import { createSample } from "../commands/new-sample.js";
import { reveal } from "../templates/reveal.js";
import { templateAtCursor } from "../templates/template-at-cursor.js";
import { addCase } from "../test-explorer/add-case.js";
import { pageHtml } from "./page-html.js";
import type { PreviewView } from "./preview-memory.js";
import { PreviewSession } from "./preview-session.js";
import type { MessageFromPage, MessageToPage, PreviewState } from "./protocol.js";
import { uriOfPlace } from "./steps-content.js";
import { partAt, stretchesAt } from "./stretches.js";

/** The preview beside the editor. There is one; it follows the template that the cursor is in. */
export class PreviewPanel implements Disposable {
  readonly #server: Server;
  readonly #panel: WebviewPanel;
  readonly #subscriptions: Disposable[];
  #session: PreviewSession | undefined;
  /** Stays the same from one template to the next. */
  #view: PreviewView = "output";
  /** Whether something has changed since the rendering that is under way began. */
  #stale = false;
  #rendering = false;

  constructor(server: Server, extensionUri: Uri, panel: WebviewPanel, onClosed: () => void) {
    this.#server = server;
    const files = Uri.joinPath(extensionUri, "dist", "preview");
    this.#panel = panel;
    this.#panel.webview.options = { enableScripts: true, localResourceRoots: [files] };
    this.#panel.iconPath = Uri.joinPath(extensionUri, "images", "icon.png");
    const { webview } = this.#panel;
    this.#subscriptions = [
      webview.onDidReceiveMessage((message: MessageFromPage) => this.#receive(message)),
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) void this.#follow();
      }),
      server.onTemplatesChanged((uri) => {
        if (this.#session?.dependsOn(uri)) void this.#render();
      }),
      server.onRestarted(() => this.#render()),
      workspace.onDidSaveTextDocument(() => this.#render()),
    ];
    this.#panel.onDidDispose(() => {
      for (const subscription of this.#subscriptions) subscription.dispose();
      onClosed();
    });
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID(),
      script: webview.asWebviewUri(Uri.joinPath(files, "preview.js")).toString(),
      style: webview.asWebviewUri(Uri.joinPath(files, "preview.css")).toString(),
    });
  }

  /** Shows a template, with a sample if one is named, with what differs from another, and as it was shown before. */
  async show(template: TemplateSummary, sample?: string, comparedWith?: string, view = this.#view): Promise<void> {
    this.#view = view;
    if (!this.#session?.isOf(template)) this.#session = new PreviewSession(this.#server, template);
    if (sample !== undefined) await this.#session.choose(sample);
    if (comparedWith !== undefined) this.#session.compareWith(comparedWith);
    this.#panel.reveal(undefined, true);
    await this.#render();
  }

  async showBreakingRequest(): Promise<void> {
    const why = await this.#session?.findBreakingRequest();
    if (why !== undefined) void window.showInformationMessage(why);
    await this.#render();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** The cursor has moved: to another template, or to another place in this one. */
  async #follow(): Promise<void> {
    const editor = window.activeTextEditor;
    const template = await templateAtCursor(this.#server, editor);
    if (editor === undefined || template === undefined) return;
    if (!this.#session?.isOf(template)) return this.show(template);
    const { reply } = this.#session;
    if (reply?.status === "rendered") {
      await this.#post({ type: "mark", stretches: stretchesAt(reply.parts, editor.selection.active) });
    }
  }

  /** Renders the newest text; changes that come meanwhile are rendered together afterwards. */
  async #render(): Promise<void> {
    this.#stale = true;
    if (this.#rendering) return;
    this.#rendering = true;
    try {
      while (this.#stale && this.#session !== undefined) {
        this.#stale = false;
        const state = await this.#session.refresh(this.#view);
        if (!this.#stale) await this.#display(state);
      }
    } finally {
      this.#rendering = false;
    }
  }

  async #display(state: PreviewState): Promise<void> {
    this.#panel.title = `Preview ${state.title}`;
    await this.#post({ type: "state", state });
    await this.#follow();
  }

  #post(message: MessageToPage): Thenable<boolean> {
    return this.#panel.webview.postMessage(message);
  }

  async #receive(message: MessageFromPage): Promise<void> {
    const session = this.#session;
    switch (message.type) {
      case "ready":
        return this.#render();
      case "reveal":
        return this.#revealPrinted(message.offset);
      case "revealFailure":
        return this.#revealFailure();
      case "choose":
        await session?.choose(message.sample);
        return this.#render();
      case "compare":
        session?.compareWith(message.sample);
        return this.#render();
      case "openSample":
        if (session?.sampleUri !== undefined) {
          await window.showTextDocument(Uri.parse(session.sampleUri), { viewColumn: ViewColumn.One });
        } else {
          void window.showInformationMessage("This sample is not a file. Make one with “New sample”.");
        }
        return;
      case "newSample":
        if (session !== undefined) await createSample(this.#server, session.place);
        return;
      case "addCase":
        if (session !== undefined) await addCase(this.#server, session.place, ...session.shownCase);
        return;
      case "showBreakingRequest":
        return this.showBreakingRequest();
      case "openDocumentation":
        if (session?.reply?.status === "failed") await env.openExternal(Uri.parse(session.reply.documentationUrl));
        return;
      case "show":
        this.#view = message.view;
        return this.#render();
      case "revealStep":
        return this.#revealStep(message.index);
      case "revealProblem": {
        const problem = session?.steps?.problems[message.index];
        return problem && revealAt(problem.uri, problem);
      }
    }
  }

  async #revealPrinted(offset: number): Promise<void> {
    const reply = this.#session?.reply;
    if (reply?.status !== "rendered") return;
    const part = partAt(reply.parts, offset);
    if (part?.range !== undefined) await reveal(reply.template.uri, part.range);
  }

  async #revealStep(index: number): Promise<void> {
    const steps = this.#session?.steps;
    const place = steps?.status === "ran" ? steps.invocation.steps[index]?.place : undefined;
    const uri = place && steps && uriOfPlace(place.file, steps.uris);
    const { line, column } = place ?? {};
    if (uri !== undefined && line !== undefined && column !== undefined) await revealAt(uri, { line, column });
  }

  async #revealFailure(): Promise<void> {
    const reply = this.#session?.reply;
    const range =
      reply?.status === "failed" ? reply.range : reply?.status === "refused" ? reply.diagnostics[0]?.range : undefined;
    if (reply !== undefined && "template" in reply && range !== undefined) await reveal(reply.template.uri, range);
  }
}

/** Lines and columns are from 1. */
function revealAt(uri: string, { line, column }: { readonly line: number; readonly column: number }): Promise<void> {
  const start = { line: line - 1, character: column - 1 };
  return reveal(uri, { start, end: start });
}
