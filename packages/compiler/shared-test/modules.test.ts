import { readdirSync } from "node:fs";
import { emitModule, type RenderResult, type TemplateEvent } from "@apigw-vtl/compiler";
import { corpusTemplates, hasShared, readLines, sharedFolder } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { eventsFor } from "./corpus-events.js";
import { type Outcome, renderCase, type TemplateCase } from "./render-case.js";

type Render = (event: TemplateEvent) => RenderResult;

const LARGEST_MODULE = 60_000;

function load(code: string): Render {
  const exports: { render?: Render } = {};
  new Function("exports", code)(exports);
  return exports.render!;
}

/** Whether it printed, and what: the errors of a module are the runtime's own. */
function outcomeOf(run: () => Outcome): string | undefined {
  const outcome = run();
  return "output" in outcome ? outcome.output : undefined;
}

function moduleOutcome(render: Render, event: TemplateEvent): string | undefined {
  try {
    return render(event).output;
  } catch (error) {
    // What is left out of a module must not be missed: that would be an error of JavaScript.
    if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    return undefined;
  }
}

describe.runIf(hasShared())("modules", () => {
  it("of the corpus print what render does, and none is larger than 60 KB", () => {
    const large: [string, number][] = [];
    for (const { id, template } of corpusTemplates()) {
      const emitted = emit({ id, template });
      if (emitted === undefined) continue;
      if (emitted.length > LARGEST_MODULE) large.push([id, emitted.length]);
      const render = load(emitted);
      for (const [kind, event] of Object.entries(eventsFor(template))) {
        const expected = outcomeOf(() => renderCase({ ...event, id, template }));
        expect(moduleOutcome(render, event), `${id} ${kind}`).toBe(expected);
      }
    }
    expect(large).toEqual([]);
  });

  it.each(hasShared() ? readdirSync(`${sharedFolder}conformance`) : [])("of %s print what render does", (file) => {
    for (const one of readLines<TemplateCase>(`conformance/${file}`)) {
      // It needs the compiler, as the module says.
      if (one.dialect === "velocity" && one.template.includes("#evaluate")) continue;
      const emitted = emit(one);
      if (emitted === undefined) continue;
      const expected = outcomeOf(() => renderCase(one));
      expect(moduleOutcome(load(emitted), one), one.id).toBe(expected);
    }
  });
});

/** Undefined for a template that the service refuses. */
function emit({ template, dialect }: TemplateCase): string | undefined {
  try {
    return emitModule(template, { module: "cjs", ...(dialect && { dialect }) }).code;
  } catch {
    return undefined;
  }
}
