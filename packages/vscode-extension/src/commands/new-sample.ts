import { NewSampleRequest, type TemplatePlace } from "@apigw-vtl/lsp";
import { Range, Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import type { Server } from "../client/server.js";
import type { Command } from "./command-context.js";
import { exists, wantedTemplate } from "./wanted-template.js";

export const newSample: Command = async ({ server }, args) => {
  const template = await wantedTemplate(server, args);
  if (template !== undefined) await createSample(server, { uri: template.uri, address: template.address });
};

/** Writes an event for a template into a new file, and opens it. No file is overwritten. */
export async function createSample(server: Server, place: TemplatePlace): Promise<void> {
  if (Uri.parse(place.uri).scheme === "untitled") {
    void window.showInformationMessage("Save the template first: samples are files beside it.");
    return;
  }
  const sample = await server.send(NewSampleRequest, place);
  if (sample === null) {
    void window.showInformationMessage("There is no mapping template here. Open one, or a file that has some.");
    return;
  }
  const uri = await firstFree(Uri.parse(sample.suggestedUri));
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: false });
  edit.insert(uri, new Range(0, 0, 0, 0).start, sample.text);
  await workspace.applyEdit(edit);
  const document = await workspace.openTextDocument(uri);
  await document.save();
  await window.showTextDocument(document, { viewColumn: ViewColumn.One });
  const source = sample.from === "model" ? "the model that the method declares" : "what the template reads";
  window.setStatusBarMessage(`The sample was made from ${source}.`, 5000);
}

/** `put.sample.json`, else `put.2.sample.json`, …, which is where samples are looked for. */
async function firstFree(suggested: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const path = number === 1 ? suggested.path : suggested.path.replace(/\.sample\.json$/, `.${number}$&`);
    const uri = suggested.with({ path });
    if (!(await exists(uri))) return uri;
  }
}
