import { applyTextEdits, editTemplate, type FoundTemplate, otherVelocity, type TextEdit } from "@apigw-vtl/definitions";
import { type FormatOutcome, formatFound } from "@apigw-vtl/lsp/format";
import { type ConfigurationChoice, configurationChoice } from "../../configuration/configuration-choice.js";
import { Configurations } from "../../configuration/configurations.js";
import { ExitCode, worse } from "../../exit-code.js";
import { UsageError } from "../../failure.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { type FileEdit, writeFiles, writeOf } from "../../io/write-files.js";
import type { ConfigurationFlags } from "../../options/configuration-options.js";
import type { SearchFlags } from "../../options/search-options.js";
import { ProjectFiles } from "../../project/project-files.js";
import { reportDiagnostics, searchProject } from "../../project/search-project.js";
import { projectSearch, type SelectedProject, selectProject } from "../../project/select-project.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import { printableLine } from "../../terminal/printable.js";
import type { Problem } from "../../terminal/problem.js";
import { progressLine } from "../../terminal/progress-line.js";

/** The options of `vtl format` as commander gives them. */
export interface FormatFlags extends SearchFlags, Pick<ConfigurationFlags, "config"> {
  readonly check?: boolean;
  readonly write?: boolean;
}

/** Runs `vtl format`. Throws `UsageError` and `InputError`; what cannot be searched is reported and passed over. */
export async function formatProject(paths: readonly string[], flags: FormatFlags, session: Session): Promise<ExitCode> {
  const { io, reporter } = session;
  const { check = false, write = false } = flags;
  const search = projectSearch(paths, flags);
  if (search.isStdin && write) {
    throw new UsageError("--write has no file to write: what comes from stdin goes to stdout");
  }
  const configuration = configurationChoice(flags, io);
  const project = await selectProject(search, session, configuration);
  const { edits, refused } = await layOut(project, configuration, session);
  for (const problem of refused) reporter.problem(problem);
  const { written, exit } = write
    ? await writeFiles(edits.map(writeOf), session)
    : { written: edits.map(({ path }) => path), exit: ExitCode.ok };
  if (search.isStdin && !check) {
    for (const [path, text] of project.texts) {
      io.stdout.write(encodeUtf8(edits.find((edit) => edit.path === path)?.after ?? text));
    }
  } else for (const path of written) io.stdout.write(`${printableLine(path)}\n`);
  reporter.line(`${counted(written.length, "file")} ${write ? "formatted" : "to format"}${leftAlone(refused.length)}`);
  return worse(exit, check && edits.length + refused.length > 0 ? ExitCode.failed : ExitCode.ok);
}

/** Finds the templates of files, reports what could not be searched, and formats them in memory. */
export async function layOut(
  { files, texts, scope }: SelectedProject,
  configuration: ConfigurationChoice,
  session: Session,
): Promise<Layout> {
  const project = new ProjectFiles(session.io, scope, texts);
  const { templates, diagnostics } = await searchProject(files, project, session);
  reportDiagnostics(diagnostics, project, session);
  return layOutTemplates(templates, project, new Configurations(configuration, session.io, scope), session);
}

/** What formatting gives. */
export interface Layout {
  readonly edits: readonly FileEdit[];
  /** What speaks against it in templates that stay as they are. */
  readonly refused: readonly Problem[];
}

/** Formats templates in memory. */
export async function layOutTemplates(
  templates: readonly FoundTemplate[],
  project: ProjectFiles,
  configurations: Configurations,
  session: Session,
): Promise<Layout> {
  const refused: Problem[] = [];
  const edits = new Map<string, readonly TextEdit[]>();
  // A text may be the template of several methods.
  const places = new Set<string>();
  const progress = progressLine(templates.length, "templates", session);
  for (const template of templates) {
    progress.advance(1);
    const config = await configurations.for(template.file);
    const place = `${template.file} ${template.range.start}`;
    if (config.ignored || places.has(place)) continue;
    if (!config.isDialectGiven && otherVelocity(template) !== undefined) continue;
    places.add(place);
    const outcome = hostEdits(template, formatFound(template, config), project.textOf(template.file));
    if (outcome.ok) {
      if (outcome.edits.length > 0) edits.set(template.file, [...(edits.get(template.file) ?? []), ...outcome.edits]);
    } else {
      const location = { name: template.file, text: project.textOf(template.file), range: template.range };
      refused.push({ severity: "warning", message: `not formatted: ${outcome.reason}`, location });
    }
  }
  progress.clear();
  const formatted = [...edits].map(([path, ofFile]): FileEdit => {
    const before = project.textOf(path);
    return { path, before, after: applyTextEdits(before, ofFile) };
  });
  return { edits: formatted, refused };
}

type HostOutcome =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

function hostEdits(template: FoundTemplate, outcome: FormatOutcome, hostText: string): HostOutcome {
  if (!outcome.ok) return outcome;
  const written = editTemplate(template, hostText, outcome.edits);
  return written.ok ? written : { ok: false, reason: "the file around it cannot say the change" };
}

function leftAlone(count: number): string {
  return count === 0 ? "" : `, ${count} ${count === 1 ? "template left as it is" : "templates left as they are"}`;
}
