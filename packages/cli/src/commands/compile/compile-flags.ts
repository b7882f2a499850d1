import type { DialectName } from "@apigw-vtl/compiler";
import type { ModuleFormat } from "@apigw-vtl/compiler/emit-module";

/** The options of `vtl compile` as commander gives them. */
export interface CompileFlags {
  readonly inline?: string;
  readonly dialect: DialectName;
  readonly module: ModuleFormat;
  readonly output?: string;
  readonly outDir?: string;
  readonly bundle: "all" | "runtime";
  readonly sourceMap: boolean;
}
