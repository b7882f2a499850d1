import type { TemplateSummary } from "@apigw-vtl/lsp";
import { ProgressLocation, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { Server } from "../client/server.js";
import { hostFiles } from "../templates/host-files.js";
import { reveal } from "../templates/reveal.js";
import { templatesOf } from "../templates/template-at-cursor.js";
import type { Command } from "./command-context.js";

interface TemplateItem extends QuickPickItem {
  readonly template: TemplateSummary;
}

/** Lists all templates of the workspace by route, those of the file in the editor first, and goes to the one picked. */
export const goToTemplate: Command = async ({ server }) => {
  const items = await window.withProgress({ location: ProgressLocation.Window, title: "Looking for templates" }, () =>
    templateItems(server),
  );
  const picked = await window.showQuickPick(items, {
    placeHolder: items.length === 0 ? "There are no templates in this workspace." : "Route, content type or file",
    matchOnDescription: true,
  });
  if (picked !== undefined) await reveal(picked.template.uri, picked.template.range);
};

async function templateItems(server: Server): Promise<readonly TemplateItem[]> {
  const editor = window.activeTextEditor;
  const here = editor?.document.uri.toString();
  const line = editor?.selection.active.line ?? 0;
  const items: TemplateItem[] = [];
  for (const uri of await hostFiles()) {
    for (const template of await templatesOf(server, uri)) items.push(itemOf(template));
  }
  const distance = ({ template }: TemplateItem) =>
    template.uri === here ? Math.abs(template.range.start.line - line) : Number.MAX_SAFE_INTEGER;
  return items.sort((a, b) => distance(a) - distance(b));
}

function itemOf(template: TemplateSummary): TemplateItem {
  const place = `${workspace.asRelativePath(Uri.parse(template.uri))}:${template.range.start.line + 1}`;
  return { label: template.label, description: place, template };
}
