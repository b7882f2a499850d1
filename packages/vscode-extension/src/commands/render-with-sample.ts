import { SamplesRequest } from "@apigw-vtl/lsp";
import { window } from "vscode";
import { sampleChoices } from "../preview/sample-choices.js";
import type { Command } from "./command-context.js";
import { wantedTemplate } from "./wanted-template.js";

/** Asks for a sample where there are several, and shows what the template prints for it. */
export const renderWithSample: Command = async ({ server, previews }, args) => {
  const template = await wantedTemplate(server, args);
  if (template === undefined) return;
  const { samples } = await server.send(SamplesRequest, { uri: template.uri, address: template.address });
  const choices = sampleChoices(samples, false);
  const picked =
    choices.length > 1 ? await window.showQuickPick(choices, { placeHolder: "Render with which sample?" }) : choices[0];
  if (picked !== undefined) await previews.show(template, picked.id);
};
