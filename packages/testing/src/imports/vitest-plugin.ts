import { VtlSyntaxError } from "@apigw-vtl/compiler";
import { isTemplateFile } from "@apigw-vtl/definitions";
import { readTemplate } from "../authors/tested.js";
import { coverageOf } from "../coverage/coverage-of.js";
import type { TestedTemplate } from "../run/tested-template.js";
import { countingModule } from "./counting-module.js";

/** A plug-in of Vite, as far as this one goes: its types are not a dependency. */
export interface TemplatePlugin {
  readonly name: string;
  readonly transform: (
    code: string,
    id: string,
  ) => Promise<{ readonly code: string; readonly map: string } | undefined>;
}

/** Queries with which Vite gives something else than a module of the file. */
const OTHER_USES = /[?&](?:raw|url|inline|no-inline|worker|sharedworker)\b/;

/** `plugins: [vtl()]`: tests may `import render from "./put.vtl"`, and coverage has the template's lines and branches. */
export function vtl(): TemplatePlugin {
  return {
    name: "apigw-vtl",
    async transform(_code, id) {
      const [file = ""] = id.split("?");
      if (!isTemplateFile(file) || OTHER_USES.test(id)) return undefined;
      const { template, textOf } = await readTemplate(file, { counts: true });
      const [coverage] = coverageOf([template], textOf);
      if (coverage === undefined) throw new Error(`the service refuses ${file}${refusalOf(template)}`);
      return countingModule(coverage, textOf(file));
    },
  };
}

/** `:3:5: what is wrong` */
function refusalOf(template: TestedTemplate): string {
  try {
    return ` ${template.compiled}`;
  } catch (error) {
    if (error instanceof VtlSyntaxError) return `:${error.message}`;
    throw error;
  }
}
