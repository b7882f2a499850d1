import {
  commands,
  type Disposable,
  type ExtensionContext,
  type TextDocument,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { type CommandId, commandIds } from "./command-ids.js";
import { concernsTemplates } from "./concerns-templates.js";
import { PREVIEW_VIEW_TYPE } from "./preview-view-type.js";

/** The extension at work: the server runs, commands can be run, and previews of an earlier window go on. */
export interface Workbench {
  readonly run: (command: CommandId, args: readonly unknown[]) => unknown;
  /** `kept` is what the preview's page has kept of itself. */
  readonly restorePreview: (panel: WebviewPanel, kept: unknown) => Promise<void>;
}

/**
 * VS Code activates the extension for every YAML, JSON, HCL, TypeScript or Python file. Until one of them turns out to
 * hold a template this is all there is of it: no server, no watchers, nothing registered but the commands.
 */
export function startWhenNeeded(context: ExtensionContext, open: () => Promise<Workbench>): void {
  let opened: Promise<Workbench> | undefined;
  const watchers: Disposable[] = [];
  const ready = (): Promise<Workbench> => {
    for (const watcher of watchers.splice(0)) watcher.dispose();
    opened ??= open();
    return opened;
  };
  const look = (document: TextDocument): void => {
    if (opened === undefined && concernsTemplates(document)) void ready();
  };
  for (const id of commandIds) {
    context.subscriptions.push(
      commands.registerCommand(id, async (...args: unknown[]) => (await ready()).run(id, args)),
    );
  }
  context.subscriptions.push(
    window.registerWebviewPanelSerializer(PREVIEW_VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, kept) => (await ready()).restorePreview(panel, kept),
    }),
  );
  watchers.push(workspace.onDidOpenTextDocument(look), workspace.onDidSaveTextDocument(look));
  context.subscriptions.push(...watchers);
  for (const document of workspace.textDocuments) look(document);
}
