import { posix } from "node:path";
import { encodeUtf8 } from "../../io/encoding.js";
import { writeIntoFolder } from "../../io/write-output.js";
import type { ProjectFiles } from "../../project/project-files.js";
import type { ProjectTemplates } from "../../project/search-project.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import { ExtractedFileNames } from "./extracted-file-name.js";
import { jsonTemplate } from "./templates-json.js";

/** Writes each template to a file of its own in `folder`, and `manifest.json`, which tells where each came from. */
export async function writeTemplates(
  { templates }: ProjectTemplates,
  folder: string,
  project: ProjectFiles,
  { io, reporter }: Session,
): Promise<void> {
  const names = new ExtractedFileNames();
  const entries: object[] = [];
  for (const template of templates) {
    const name = names.nameOf(template);
    await writeIntoFolder(io, posix.join(folder, name), encodeUtf8(template.text));
    entries.push({ template: name, ...jsonTemplate(template, project) });
  }
  const manifest = `${JSON.stringify({ version: 1, templates: entries }, undefined, 2)}\n`;
  await writeIntoFolder(io, posix.join(folder, "manifest.json"), encodeUtf8(manifest));
  reporter.line(`${counted(templates.length, "template")} written to ${folder}`);
}
