import { posix } from "node:path";
import { ExitCode } from "../../exit-code.js";
import { slashed } from "../../files/file-path.js";
import type { SearchFlags } from "../../options/search-options.js";
import { ProjectFiles } from "../../project/project-files.js";
import { type ProjectTemplates, reportDiagnostics, searchProject } from "../../project/search-project.js";
import { projectSearch, selectProject } from "../../project/select-project.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import { writeTemplates } from "./extract-templates.js";
import { templatesJson } from "./templates-json.js";
import { templatesTable } from "./templates-table.js";

/** The options of `vtl templates` as commander gives them. */
export interface ListFlags extends SearchFlags {
  readonly format: "table" | "json";
}

/** The options of `vtl templates extract` as commander gives them. */
export interface ExtractFlags extends SearchFlags {
  readonly out: string;
  readonly force?: boolean;
}

/** Runs `vtl templates`. Throws `InputError`s; what cannot be searched is reported and passed over. */
export async function listTemplates(paths: readonly string[], flags: ListFlags, session: Session): Promise<ExitCode> {
  const { project, found } = await search(paths, flags, session);
  const { templates, unreadable } = found;
  const code = unreadable.length > 0 ? ExitCode.usage : ExitCode.ok;
  if (flags.format === "json") {
    session.io.stdout.write(templatesJson(found, project));
    return code;
  }
  session.io.stdout.write(templatesTable(templates, project));
  reportDiagnostics(found.diagnostics, project, session);
  session.reporter.line(summary(found));
  return code;
}

/** Runs `vtl templates extract`, in the same way. */
export async function extractTemplates(
  paths: readonly string[],
  flags: ExtractFlags,
  session: Session,
): Promise<ExitCode> {
  const { project, found } = await search(paths, flags, session, posix.normalize(`${slashed(flags.out)}/`));
  reportDiagnostics(found.diagnostics, project, session);
  return writeTemplates(found, flags.out, project, flags.force === true, session);
}

/** Searches the selected files, or stdin, but not those of an earlier run in the folder `written`, which ends in `/`. */
async function search(
  paths: readonly string[],
  flags: SearchFlags,
  session: Session,
  written?: string,
): Promise<{ readonly project: ProjectFiles; readonly found: ProjectTemplates }> {
  const { io } = session;
  const selected = await selectProject(projectSearch(paths, flags), session);
  const project = new ProjectFiles(io, selected.scope, selected.texts);
  const files = selected.files.filter(({ path, named }) => named || written === undefined || !path.startsWith(written));
  return { project, found: await searchProject(files, project, session) };
}

function summary({ templates, unreadable }: ProjectTemplates): string {
  const files = new Set(templates.map(({ file }) => file)).size;
  if (files === 0) {
    return unreadable.length > 0 ? `no templates found: ${unreadable.join(", ")} cannot be read` : "no templates found";
  }
  return `${counted(templates.length, "template")} in ${counted(files, "file")}`;
}
