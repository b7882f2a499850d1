import type { TemplateDiagnostic } from "@apigw-vtl/definitions";
import type { Level } from "../rule.js";

export type FileCode = TemplateDiagnostic["code"];

/** What keeps files from being read whole, and how bad that is unless a configuration says otherwise. */
export const fileCodes: Readonly<Record<FileCode, { readonly title: string; readonly level: Level }>> = {
  "host-syntax": { title: "A file that may hold templates cannot be parsed", level: "error" },
  "host-too-deep": { title: "A file that may hold templates is nested too deeply", level: "error" },
  "grammar-unavailable": { title: "Source code cannot be read for templates", level: "error" },
  "file-not-found": { title: "A file that should hold a template is not there", level: "error" },
  "file-not-read": { title: "A file is named that is not read", level: "error" },
  "serverless-variable": { title: "A reference that the Serverless Framework takes for its own", level: "error" },
  "template-not-text": { title: "A template that stands without quotes is no text", level: "error" },
  "template-lost-to-yaml": {
    title: "YAML takes a part of a template for a comment, or joins it to one",
    level: "error",
  },
  "template-not-known": { title: "A template that a function of Terraform makes something else of", level: "info" },
  "no-mapping-template": { title: "Velocity that is no mapping template", level: "info" },
};

/** Whether a name in `rules` is one of these. */
export function isFileCode(id: string): id is FileCode {
  return Object.hasOwn(fileCodes, id);
}
