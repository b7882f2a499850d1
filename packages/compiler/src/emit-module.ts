import { generate } from "./codegen/generate.js";
import type { CompileOptions } from "./compile.js";
import { dialectOf } from "./dialect/index.js";
import { linkRuntime } from "./emit/link-runtime.js";
import { type ModuleFormat, runtimeModule, templateModule } from "./emit/module-text.js";
import { withinStack } from "./exhausted-template.js";
import { parseStrictly } from "./parse-strictly.js";

export type { ModuleFormat };

export interface EmitOptions extends CompileOptions {
  /** Name of the template in the source map; default `template.vtl`. */
  readonly sourceName?: string;
  /** What kind of module; default `esm`. */
  readonly module?: ModuleFormat;
}

export interface EmittedModule {
  /** The text of a module that exports `render(event, options?)`. */
  readonly code: string;
  /** Its source map (version 3, JSON): the lines of the template that each line comes from. */
  readonly map: string;
}

/** A template that shares a runtime with others. */
export interface SharingTemplate {
  readonly source: string;
  /** As in `EmitOptions`. */
  readonly sourceName?: string;
  /** What its module imports the runtime by: `./runtime.mjs`. */
  readonly runtime: string;
}

export interface EmittedModules {
  /** The text of the module that all others import. */
  readonly runtime: string;
  /** One for each template, in their order. */
  readonly modules: readonly EmittedModule[];
}

/**
 * Writes a template as a module of its own, which runs in Node, Lambda, a browser and a worker without this project:
 * it carries what it can reach of the runtime, and imports nothing. Its errors are those of the runtime, without a
 * range. Throws VtlSyntaxError as `compile` does.
 */
export function emitModule(source: string, options: EmitOptions = {}): EmittedModule {
  const template = generateFor(source, options);
  const runtime = linkRuntime([template]);
  return templateModule({ ...template, ...options, source, runtime });
}

/** Writes templates as modules that import one runtime, which has what any of them can reach. Throws as `emitModule`. */
export function emitModules(
  templates: readonly SharingTemplate[],
  { module, ...options }: Omit<EmitOptions, "sourceName"> = {},
): EmittedModules {
  const generated = templates.map(({ source }) => generateFor(source, options));
  return {
    runtime: runtimeModule(linkRuntime(generated), module),
    modules: templates.map((template, i) =>
      templateModule({ ...generated[i]!, ...template, ...(module && { module }) }),
    ),
  };
}

function generateFor(source: string, { dialect }: CompileOptions) {
  const tree = parseStrictly(source, dialect === undefined ? {} : { dialect });
  return withinStack(source, () => generate(tree, { source, dialect: dialectOf(dialect), traced: false }));
}
