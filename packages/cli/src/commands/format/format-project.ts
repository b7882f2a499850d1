import {
  applyTextEdits,
  editTemplate,
  type FoundTemplate,
  HOST_EXTENSIONS,
  otherVelocity,
  type TextEdit,
} from "@apigw-vtl/definitions";
import { type FormatOutcome, formatFound } from "@apigw-vtl/lsp/format";
import { Configurations } from "../../configuration/configurations.js";
import { configuredScope } from "../../configuration/configured-scope.js";
import { ExitCode, worse } from "../../exit-code.js";
import { UsageError } from "../../failure.js";
import { findFiles } from "../../files/find-files.js";
import { areStdin, readStdinFile } from "../../files/stdin-file.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { type FileEdit, writeFiles, writeOf } from "../../io/write-files.js";
import { ProjectFiles } from "../../project/project-files.js";
import { reportDiagnostics, searchProject } from "../../project/search-project.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import { printableLine } from "../../terminal/printable.js";

/** The options of `vtl format` as commander gives them. */
export interface FormatFlags {
  readonly check?: boolean;
  readonly write?: boolean;
  readonly ignorePattern?: readonly string[];
  readonly stdinFilename?: string;
  /** A path; false for `--no-config`. */
  readonly config?: string | false;
}

/** Runs `vtl format`. Throws `InputError`s; what cannot be searched is reported and passed over. */
export async function formatProject(paths: readonly string[], flags: FormatFlags, session: Session): Promise<ExitCode> {
  const { io, reporter } = session;
  const stdin = areStdin(paths) ? await readStdinFile(flags, io) : undefined;
  if (stdin && flags.write) throw new UsageError("--write has no file to write: what comes from stdin goes to stdout");
  const scope = await configuredScope(stdin ? [stdin.path] : paths, flags, session);
  const project = new ProjectFiles(io, scope, new Map(stdin && [[stdin.path, stdin.text]]));
  const configurations = new Configurations(flags, io, scope);
  const ignorePatterns = flags.ignorePattern ?? [];
  const selection = { paths, extensions: HOST_EXTENSIONS, ignorePatterns, errorOnUnmatched: true };
  const files = stdin ? [{ path: stdin.path, named: true }] : await findFiles(selection, io);
  const { templates, diagnostics } = await searchProject(files, project, session);
  reportDiagnostics(diagnostics, project, session);
  let refused = 0;
  const edits = new Map<string, readonly TextEdit[]>();
  // A text may be the template of several methods.
  const places = new Set<string>();
  for (const template of templates) {
    const config = await configurations.for(template.file);
    const place = `${template.file} ${template.range.start}`;
    if (config.ignored || places.has(place)) continue;
    if (!config.isDialectGiven && otherVelocity(template) !== undefined) continue;
    places.add(place);
    const outcome = hostEdits(template, formatFound(template, config), project.textOf(template.file));
    if (outcome.ok) {
      if (outcome.edits.length > 0) edits.set(template.file, [...(edits.get(template.file) ?? []), ...outcome.edits]);
    } else {
      refused++;
      const location = { name: template.file, text: project.textOf(template.file), range: template.range };
      reporter.problem({ severity: "warning", message: `not formatted: ${outcome.reason}`, location });
    }
  }
  const formatted = [...edits].map(([path, ofFile]): FileEdit => {
    const before = project.textOf(path);
    return { path, before, after: applyTextEdits(before, ofFile) };
  });
  const { written, exit } = flags.write
    ? await writeFiles(formatted.map(writeOf), session)
    : { written: [...edits.keys()], exit: ExitCode.ok };
  if (stdin && !flags.check) io.stdout.write(encodeUtf8(formatted[0]?.after ?? stdin.text));
  else for (const path of written) io.stdout.write(`${printableLine(path)}\n`);
  reporter.line(summary(written.length, refused, flags));
  return worse(exit, flags.check && edits.size + refused > 0 ? ExitCode.failed : ExitCode.ok);
}

type HostOutcome =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

function hostEdits(template: FoundTemplate, outcome: FormatOutcome, hostText: string): HostOutcome {
  if (!outcome.ok) return outcome;
  const written = editTemplate(template, hostText, outcome.edits);
  return written.ok ? written : { ok: false, reason: "the file around it cannot say the change" };
}

function summary(count: number, refused: number, { write }: FormatFlags): string {
  const files = `${counted(count, "file")} ${write ? "formatted" : "to format"}`;
  return refused === 0
    ? files
    : `${files}, ${refused} ${refused === 1 ? "template left as it is" : "templates left as they are"}`;
}
