import {
  compile,
  type DialectName,
  emitModule,
  parse,
  type TemplateEvent,
  VtlRenderError,
  VtlSyntaxError,
} from "../../src/index.js";
import { attacks, DIALECTS, SIZES } from "./attacks.js";
import { type Comparison, comparable } from "./comparable.js";

/** A line of the conformance files. */
export interface EngineCase extends TemplateEvent {
  readonly id: string;
  readonly template: string;
  readonly dialect?: DialectName;
  readonly expected: { readonly output?: string; readonly error?: true };
  readonly compare?: Comparison;
}

/** What an engine made of everything. `raw` names what ended in an error that is not ours. */
export interface EngineReport {
  conformance: number;
  conformanceOf: number;
  modules: number;
  modulesOf: number;
  attacks: number;
  raw: string[];
}

const MODULES = 300;

const isOwn = (error: unknown) => error instanceof VtlSyntaxError || error instanceof VtlRenderError;
const described = (error: unknown) => String(error).slice(0, 80);

/** Runs the attacks first, while the engine has optimized nothing, then the cases and modules. */
export function runAll(cases: readonly EngineCase[]): EngineReport {
  const report: EngineReport = {
    ...{ conformance: 0, conformanceOf: cases.length, modules: 0, modulesOf: 0, attacks: 0, raw: [] },
  };
  for (const [name, attack] of Object.entries(attacks)) {
    for (const n of SIZES)
      for (const dialect of DIALECTS) runAttack(report, `${name} ${n} ${dialect}`, attack(n), dialect);
  }
  for (const one of cases) runCase(report, one);
  return report;
}

function runAttack(report: EngineReport, name: string, template: string, dialect: DialectName): void {
  report.attacks++;
  const step = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (!isOwn(error)) report.raw.push(`${name}: ${described(error)}`);
    }
  };
  // It never throws, whatever the text.
  try {
    parse(template, { dialect });
  } catch (error) {
    report.raw.push(`${name}, parse: ${described(error)}`);
  }
  step(() => compile(template, { dialect }).render({ body: '{"a":1}' }));
  step(() => emitModule(template, { dialect }));
}

function runCase(report: EngineReport, one: EngineCase): void {
  const options = one.dialect === undefined ? {} : { dialect: one.dialect };
  const expected = one.expected.error ? undefined : (one.expected.output ?? "");
  const isExpected = (output: string) =>
    expected !== undefined && comparable(output, one.compare) === comparable(expected, one.compare);
  let actual: string | undefined;
  try {
    actual = compile(one.template, options).render(one).output;
  } catch (error) {
    if (!isOwn(error)) report.raw.push(`${one.id}: ${described(error)}`);
  }
  if (actual === undefined ? expected === undefined : isExpected(actual)) report.conformance++;
  if (expected === undefined || report.modulesOf >= MODULES || one.template.includes("#evaluate")) return;
  report.modulesOf++;
  const { code } = emitModule(one.template, options);
  const { render } = new Function(`${code.replace("export function render", "function render")}; return { render };`)();
  if (isExpected(render(one).output)) report.modules++;
}
