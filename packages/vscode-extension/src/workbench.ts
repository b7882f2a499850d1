/** All of the extension: the second file of it on a desktop, and the only one in a browser, which loads just one. */
import type { ExtensionContext } from "vscode";
import { startWhenNeeded, type Workbench } from "./entry/start-when-needed.js";
import { openWorkbench } from "./workbench/open-workbench.js";

export async function openOnNode(context: ExtensionContext): Promise<Workbench> {
  const { createNodeClient } = await import("./client/node-client.js");
  return openWorkbench(context, (options) => createNodeClient(context, options));
}

/** Called in browsers, where there are neither processes nor a file system of its own. */
export function activate(context: ExtensionContext): void {
  startWhenNeeded(context, async () => {
    const { createBrowserClient } = await import("./client/browser-client.js");
    return openWorkbench(context, (options) => createBrowserClient(context, options));
  });
}
