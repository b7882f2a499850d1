import type { Command } from "./command-context.js";
import { wantedTemplate } from "./wanted-template.js";

export const showBreakingRequest: Command = async ({ server, previews }, args) => {
  const template = await wantedTemplate(server, args);
  if (template === undefined) return;
  const panel = await previews.show(template);
  await panel.showBreakingRequest();
};
