import { type RenderedTemplate, renderNamed } from "../authors/render.js";
import { type NamedTemplate, readTemplate, type TestEvent } from "../authors/tested.js";
import { coverageOf } from "../coverage/coverage-of.js";
import { fromCurrentFolder } from "../node/node-host.js";
import type { CountingFunctions } from "./counting-module.js";

/** What `import render from "./put.vtl"` gives: renders the template. Throws a VtlRenderError where the service would fail. */
export type ImportedTemplate = (event?: TestEvent) => RenderedTemplate;

const imported = new WeakMap<object, NamedTemplate>();

/** What the module of a template exports; the module itself calls it. */
export async function importedTemplate(path: string, counting: CountingFunctions): Promise<ImportedTemplate> {
  const read = await readTemplate(fromCurrentFolder(path), { counts: true });
  const named: NamedTemplate = { ...read, rendered: teller(read, counting) };
  const template: ImportedTemplate = (event) => renderNamed(named, event);
  imported.set(template, named);
  return template;
}

/** The template behind what a test has imported. */
export function templateBehind(value: unknown): NamedTemplate | undefined {
  return typeof value === "function" ? imported.get(value) : undefined;
}

/** Calls what stands for lines and branches as often as the template has come to them since the last call. */
function teller({ template, textOf }: NamedTemplate, counting: CountingFunctions): () => void {
  const told = new Map<string, number>();
  const tell = (name: string, hits: number, count: () => void): void => {
    for (let n = told.get(name) ?? 0; n < hits; n++) count();
    told.set(name, hits);
  };
  return () => {
    const [reached] = coverageOf([template], textOf);
    [...(reached?.lines ?? [])].forEach(([line, hits], i) => {
      tell(`line ${line}`, hits, () => counting.lines[i]?.());
    });
    reached?.branches.forEach(({ ways }, i) => {
      ways.forEach(({ hits }, way) => {
        tell(`branch ${i} ${way}`, hits, () => counting.branches[i]?.(way));
      });
    });
  };
}
