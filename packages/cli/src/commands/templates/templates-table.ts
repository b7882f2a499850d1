import { describeTemplate, type FoundTemplate } from "@apigw-vtl/definitions";
import type { ProjectFiles } from "../../project/project-files.js";
import { printable, printableLine } from "../../terminal/printable.js";

/**
 * The templates under the names of their files, a line each: place, kind, content type, operation, integration, and
 * the pointer that `vtl render` takes.
 */
export function templatesTable(templates: readonly FoundTemplate[], project: ProjectFiles): string {
  const rows = templates.map((template) => {
    const { line, column } = project.linesOf(template.file, template.range);
    const { kind, contentType, operation, integration } = describeTemplate(template);
    const referrer = template.referredFrom === undefined ? "" : template.referredFrom;
    const pointer = template.address === "" ? "" : `${referrer}#${template.address}`;
    const cells = [`${line}:${column}`, kind, contentType, operation, integration, pointer].map(printableLine);
    return { file: template.file, cells };
  });
  const widths = (rows[0]?.cells ?? []).map((_, column) => Math.max(...rows.map(({ cells }) => cells[column]!.length)));
  let table = "";
  let file: string | undefined;
  for (const row of rows) {
    if (row.file !== file) table += `${file === undefined ? "" : "\n"}${printable(row.file)}\n`;
    file = row.file;
    const cells = row.cells.map((cell, column) => cell.padEnd(widths[column]!));
    table += `  ${cells.filter((_, column) => widths[column]! > 0).join("  ")}`.trimEnd();
    table += "\n";
  }
  return table;
}
