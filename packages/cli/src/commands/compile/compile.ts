import { type EmittedModule, emitModule } from "@apigw-vtl/compiler/emit-module";
import { ExitCode } from "../../exit-code.js";
import { UsageError } from "../../failure.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { InputReader } from "../../io/input-reader.js";
import { writeOutput } from "../../io/write-output.js";
import type { Session } from "../../session.js";
import { reportTemplateError } from "../report-template-error.js";
import { checkTemplateSource, readTemplate } from "../template-source.js";
import type { CompileFlags } from "./compile-flags.js";
import { compileFolder } from "./compile-folder.js";
import { relativePath, withMapLink } from "./map-link.js";

/** Runs `vtl compile`. Throws `UsageError` and `InputError`; template errors are reported and give the exit code. */
export async function compileTemplates(
  paths: readonly string[],
  flags: CompileFlags,
  session: Session,
): Promise<ExitCode> {
  const { outDir, bundle } = flags;
  if (outDir !== undefined) return compileFolder(paths, { ...flags, outDir }, session);
  if (paths.length > 1 || bundle === "runtime") {
    throw new UsageError("several files are to be written", { hint: "name a folder for them: --out-dir DIR" });
  }
  return compileTemplate(paths[0], flags, session);
}

async function compileTemplate(
  path: string | undefined,
  { inline, dialect, module: format, output, sourceMap }: CompileFlags,
  session: Session,
): Promise<ExitCode> {
  const source = { path, inline };
  checkTemplateSource(source);
  const template = await readTemplate(source, new InputReader(session.io));
  const toFile = output !== undefined && output !== "-";
  const sourceName = (toFile ? templatePath(output, path) : undefined) ?? template.name;
  let module: EmittedModule;
  try {
    module = emitModule(template.text, { dialect, sourceName, module: format });
  } catch (error) {
    if (reportTemplateError(error, template, session.reporter)) return ExitCode.failed;
    throw error;
  }
  if (!toFile || !sourceMap) {
    await writeOutput(session, output, encodeUtf8(module.code));
    return ExitCode.ok;
  }
  await writeOutput(session, output, encodeUtf8(withMapLink(module.code, output)));
  await writeOutput(session, `${output}.map`, encodeUtf8(module.map));
  return ExitCode.ok;
}

/** Source maps name their sources relative to their own folder. */
function templatePath(output: string, template: string | undefined): string | undefined {
  return template === undefined || template === "-" ? undefined : relativePath(output, template);
}
