import { addCase as add } from "../test-explorer/add-case.js";
import type { Command } from "./command-context.js";
import { wantedTemplate } from "./wanted-template.js";

/** The active sample as a case; the preview has a button for the one that it shows. */
export const addCase: Command = async ({ server }, args) => {
  const template = await wantedTemplate(server, args);
  if (template !== undefined) await add(server, template, "a request", { active: true });
};
