import type { Command } from "./command-context.js";
import { wantedTemplate } from "./wanted-template.js";

export const openPreview: Command = async ({ server, previews }, args) => {
  const template = await wantedTemplate(server, args);
  if (template !== undefined) await previews.show(template);
};
