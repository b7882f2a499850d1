import { posix } from "node:path";
import { HOST_EXTENSIONS } from "@apigw-vtl/definitions";
import { ExitCode } from "../../exit-code.js";
import { slashed } from "../../files/file-path.js";
import { findFiles, type SelectedFile } from "../../files/find-files.js";
import { readScopeOf } from "../../files/read-scope.js";
import { areStdin, readStdinFile } from "../../files/stdin-file.js";
import { ProjectFiles } from "../../project/project-files.js";
import { type ProjectTemplates, reportDiagnostics, searchProject } from "../../project/search-project.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import { writeTemplates } from "./extract-templates.js";
import { templatesJson } from "./templates-json.js";
import { templatesTable } from "./templates-table.js";

/** The options that say which files are searched, as commander gives them. */
interface SearchFlags {
  readonly stdinFilename?: string;
  readonly ignorePattern?: readonly string[];
}

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
  const { project, files } = await select(paths, flags, session);
  const found = await searchProject(files, project, session);
  const { templates } = found;
  if (flags.format === "json") {
    session.io.stdout.write(templatesJson(found, project));
    return ExitCode.ok;
  }
  session.io.stdout.write(templatesTable(templates, project));
  reportDiagnostics(found.diagnostics, project, session);
  session.reporter.line(summary(found));
  return ExitCode.ok;
}

/** Runs `vtl templates extract`, in the same way. */
export async function extractTemplates(
  paths: readonly string[],
  flags: ExtractFlags,
  session: Session,
): Promise<ExitCode> {
  const { project, files } = await select(paths, flags, session, posix.normalize(`${slashed(flags.out)}/`));
  const found = await searchProject(files, project, session);
  reportDiagnostics(found.diagnostics, project, session);
  return writeTemplates(found, flags.out, project, flags.force === true, session);
}

/** The selected files, or stdin, except those of an earlier run in the folder `written`, which ends in `/`. */
async function select(
  paths: readonly string[],
  flags: SearchFlags,
  session: Session,
  written?: string,
): Promise<{ readonly project: ProjectFiles; readonly files: readonly SelectedFile[] }> {
  const { io } = session;
  if (areStdin(paths)) {
    const { path, text } = await readStdinFile(flags, io);
    const scope = await readScopeOf([path], session);
    return { project: new ProjectFiles(io, scope, new Map([[path, text]])), files: [{ path, named: true }] };
  }
  const { ignorePattern: ignorePatterns = [] } = flags;
  const files = await findFiles({ paths, extensions: HOST_EXTENSIONS, ignorePatterns, errorOnUnmatched: true }, io);
  const others = files.filter(({ path, named }) => named || written === undefined || !path.startsWith(written));
  return { project: new ProjectFiles(io, await readScopeOf(paths, session)), files: others };
}

function summary({ templates }: ProjectTemplates): string {
  const files = new Set(templates.map(({ file }) => file)).size;
  if (files === 0) return "no templates found";
  return `${counted(templates.length, "template")} in ${counted(files, "file")}`;
}
