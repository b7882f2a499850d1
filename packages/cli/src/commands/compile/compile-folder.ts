import { dirname, join, relative, resolve, sep } from "node:path";
import { VtlSyntaxError } from "@apigw-vtl/compiler";
import { type EmittedModule, emitModule, emitModules } from "@apigw-vtl/compiler/emit-module";
import { ExitCode } from "../../exit-code.js";
import { UsageError } from "../../failure.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { InputReader } from "../../io/input-reader.js";
import { writeFiles } from "../../io/write-files.js";
import type { SourceTemplate } from "../../project/source-template.js";
import type { Session } from "../../session.js";
import { reportTemplateError } from "../report-template-error.js";
import { readTemplate } from "../template-source.js";
import type { CompileFlags } from "./compile-flags.js";
import { relativePath, withMapLink } from "./map-link.js";

/** Bundlers may leave out modules of the folder of which nothing is used. */
const PACKAGE = `${JSON.stringify({ private: true, sideEffects: false }, undefined, 2)}\n`;

interface FolderFlags extends CompileFlags {
  readonly outDir: string;
}

/**
 * Writes a module for each template into a folder, within it as the templates lie within the folder that they share;
 * with `--bundle=runtime` their runtime beside them. Nothing is written if one has errors. Throws as
 * `compileTemplates`.
 */
export async function compileFolder(paths: readonly string[], flags: FolderFlags, session: Session): Promise<ExitCode> {
  if (flags.inline !== undefined || flags.output !== undefined || paths.includes("-")) {
    throw new UsageError("--out-dir takes its names from template files", { hint: "leave out --inline, - and -o" });
  }
  if (paths.length === 0) throw new UsageError("no template given", { hint: "name one or more files" });
  const reader = new InputReader(session.io);
  const templates: SourceTemplate[] = [];
  for (const path of paths) templates.push(await readTemplate({ path }, reader));
  const files = filesFor(templates, flags, session);
  if (files === undefined) return ExitCode.failed;
  const writes = [...files].map(([path, text]) => ({ path, data: encodeUtf8(text) }));
  return (await writeFiles(writes, session)).exit;
}

/** The texts to write, by path; undefined when templates have errors, which have been reported then. */
function filesFor(
  templates: readonly SourceTemplate[],
  { outDir, dialect, module, bundle, sourceMap }: FolderFlags,
  { io, reporter }: Session,
): ReadonlyMap<string, string> | undefined {
  const extension = module === "cjs" ? ".cjs" : ".mjs";
  const outputs = namesWithin(templates.map(({ name }) => resolve(io.cwd, name))).map((name) => {
    return join(outDir, name.replace(/\.\w+$/, "") + extension);
  });
  const runtime = join(outDir, `runtime${extension}`);
  const files = new Map([[join(outDir, "package.json"), PACKAGE]]);
  const add = (path: string, text: string) => {
    if (files.has(path)) throw new UsageError(`two files would be ${path}`, { hint: "rename one of the templates" });
    files.set(path, text);
  };
  const sources = templates.map(({ text, name }, i) => {
    const output = outputs[i]!;
    const fromHere = relativePath(output, runtime);
    return {
      source: text,
      sourceName: relativePath(output, name),
      runtime: fromHere.startsWith(".") ? fromHere : `./${fromHere}`,
    };
  });
  let modules: readonly EmittedModule[];
  try {
    if (bundle === "runtime") {
      const emitted = emitModules(sources, { dialect, module });
      add(runtime, emitted.runtime);
      modules = emitted.modules;
    } else modules = sources.map(({ source, sourceName }) => emitModule(source, { sourceName, dialect, module }));
  } catch (error) {
    if (!(error instanceof VtlSyntaxError)) throw error;
    for (const template of templates) {
      for (const failure of failuresOf(template, dialect)) reportTemplateError(failure, template, reporter);
    }
    return undefined;
  }
  modules.forEach(({ code, map }, i) => {
    const output = outputs[i]!;
    add(output, sourceMap ? withMapLink(code, output) : code);
    if (sourceMap) add(`${output}.map`, map);
  });
  return files;
}

function failuresOf({ text }: SourceTemplate, dialect: CompileFlags["dialect"]): unknown[] {
  try {
    emitModule(text, { dialect });
    return [];
  } catch (error) {
    return [error];
  }
}

/** The names of files below the folder that all of them are in. */
function namesWithin(paths: readonly string[]): string[] {
  const folders = paths.map((path) => dirname(path).split(sep));
  const [first = []] = folders;
  const differs = first.findIndex((part, i) => folders.some((folder) => folder[i] !== part));
  const shared = first.slice(0, differs === -1 ? first.length : differs).join(sep) || sep;
  return paths.map((path) => relative(shared, path));
}
