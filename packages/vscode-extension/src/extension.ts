/** The extension on a desktop or a remote machine. What `workbench.ts` brings is loaded when a template is met. */
import type { ExtensionContext } from "vscode";
import { startWhenNeeded } from "./entry/start-when-needed.js";

export function activate(context: ExtensionContext): void {
  startWhenNeeded(context, async () => (await import("./workbench.js")).openOnNode(context));
}
