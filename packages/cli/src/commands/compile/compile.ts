import { basename, dirname, relative, sep } from "node:path";
import type { DialectName } from "@apigw-vtl/compiler";
import { emitModule } from "@apigw-vtl/compiler/emit-module";
import { ExitCode } from "../../exit-code.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { InputReader } from "../../io/input-reader.js";
import { writeOutput } from "../../io/write-output.js";
import type { SourceTemplate } from "../../project/source-template.js";
import type { Session } from "../../session.js";
import { reportTemplateError } from "../report-template-error.js";
import { checkTemplateSource, readTemplate, type TemplateSource } from "../template-source.js";

/** The options of `vtl compile` as commander gives them. */
export interface CompileFlags {
  readonly inline?: string;
  readonly dialect: DialectName;
  readonly output?: string;
  readonly sourceMap: boolean;
}

/** Runs `vtl compile`. Throws `UsageError` and `InputError`; template errors are reported and give the exit code. */
export async function compileTemplate(
  source: TemplateSource,
  { dialect, output, sourceMap }: CompileFlags,
  session: Session,
): Promise<ExitCode> {
  checkTemplateSource(source);
  const template = await readTemplate(source, new InputReader(session.io));
  const toFile = output !== undefined && output !== "-";
  const module = emit(template, dialect, toFile ? relativeTo(output, source.path) : undefined, session);
  if (module === undefined) return ExitCode.failed;
  if (!toFile || !sourceMap) {
    await writeOutput(session, output, encodeUtf8(module.code));
    return ExitCode.ok;
  }
  const link = `//# sourceMappingURL=${encodeURIComponent(basename(output))}.map\n`;
  await writeOutput(session, output, encodeUtf8(module.code.replace(/\n*$/, "\n") + link));
  await writeOutput(session, `${output}.map`, encodeUtf8(module.map));
  return ExitCode.ok;
}

/** Undefined when the template has errors, which have been reported then. */
function emit(template: SourceTemplate, dialect: DialectName, path: string | undefined, { reporter }: Session) {
  try {
    return emitModule(template.text, { dialect, sourceName: path ?? template.name });
  } catch (error) {
    if (reportTemplateError(error, template, reporter)) return undefined;
    throw error;
  }
}

/** Source maps name their sources relative to their own folder, with slashes. */
function relativeTo(output: string, template: string | undefined): string | undefined {
  if (template === undefined || template === "-") return undefined;
  return relative(dirname(output), template).split(sep).join("/");
}
