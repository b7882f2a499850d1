import { describeTemplate, type FoundTemplate } from "@apigw-vtl/definitions";
import type { ProjectFiles } from "../../project/project-files.js";
import { printable, printableLine } from "../../terminal/printable.js";

/**
 * The templates under the names of their files, a line each: place, kind, content type, operation, integration, and
 * the pointer that `vtl render` takes.
 */
export function templatesTable(templates: readonly FoundTemplate[], project: ProjectFiles): string {
  const addressOf = ({ referredFrom = "", address }: FoundTemplate): string => `${referredFrom}#${address}`;
  const fileAt = new Map<string, string>();
  // Of what several calls give to a module there is one in each of their files.
  const shared = new Set<string>();
  for (const template of templates) {
    const address = addressOf(template);
    if ((fileAt.get(address) ?? template.file) !== template.file) shared.add(address);
    fileAt.set(address, template.file);
  }
  const rows = templates.map((template) => {
    const { line, column } = project.linesOf(template.file, template.range);
    const { kind, contentType, operation, integration } = describeTemplate(template);
    const address = addressOf(template);
    const pointer = template.address === "" ? "" : shared.has(address) ? `#${template.address}` : address;
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
