import {
  compile,
  type DialectName,
  type Range,
  type Reference,
  type Template,
  type TemplateEvent,
  VtlRenderError,
  VtlSyntaxError,
} from "@apigw-vtl/compiler";
import { applyTextEdits } from "@apigw-vtl/definitions";
import { nodePath } from "../documents/node-path.js";
import { type Probe, probesOf } from "./probes.js";

/** What a reference is for an event: in a loop, in its first round. */
export interface SampleValue {
  /** As it is printed. */
  readonly text: string;
  /** `java.lang.String`. */
  readonly className: string;
}

export interface SampleValues {
  /** The value of a reference, or of its first steps; `undefined` where the template does not come by. */
  readonly valueOf: (reference: Reference, steps?: number) => SampleValue | undefined;
  /** Where the template fails for the event, and why. */
  readonly failure?: { readonly range: Range; readonly message: string };
}

/** Around what the probes print; none of them is in a template or an event of a sane person. */
const [OPEN, TEXT, CLASS, CLOSE] = ["\ue010", "\ue011", "\ue012", "\ue013"];

const LIMITS = { output: 8_000_000, steps: 2_000_000 };
const MOST_PROBES = 3000;

/** Renders the template with a probe beside each reference; one that fails, up to the statement that does. */
export function sampleValues(template: ReadTemplate, event: TemplateEvent): SampleValues {
  const { source, tree, dialect } = template;
  const probes = probesOf(tree).slice(0, MOST_PROBES);
  const whole = render(withProbes(source, probes), event, dialect);
  if (typeof whole === "string") return { valueOf: valuesIn(whole, probes) };
  // Where it fails by itself: the probes have moved the place.
  const failure = render(source, event, dialect);
  if (typeof failure !== "object") return { valueOf: () => undefined };
  const { range, message } = failure;
  const stop = statementAt(tree, range.start);
  const before = probes.filter((probe) => {
    const { reference, at } = probe;
    const isElsewhere = reference.range.end <= range.start || reference.range.start >= range.end;
    return at <= stop && (isElsewhere || endOf(probe) <= range.start);
  });
  const output = render(withProbes(source, before, stop), event, dialect);
  return {
    valueOf: typeof output === "string" ? valuesIn(output, before) : () => undefined,
    failure: { range, message },
  };
}

interface ReadTemplate {
  readonly source: string;
  readonly tree: Template;
  readonly dialect: DialectName;
}

/** `stop`: where the output ends. */
function withProbes(source: string, probes: readonly Probe[], stop?: number): string {
  const edits = probes.map((probe, i) => ({ start: probe.at, end: probe.at, newText: probeText(probe, i, source) }));
  if (stop !== undefined) edits.push({ start: stop, end: stop, newText: "#{stop}" });
  return applyTextEdits(source, edits);
}

function valuesIn(output: string, probes: readonly Probe[]): SampleValues["valueOf"] {
  const values = new Map<Reference, (SampleValue | undefined)[]>();
  for (const { id, text, className } of readProbes(output)) {
    const probe = probes[id];
    if (probe === undefined) continue;
    const known = values.get(probe.reference) ?? [];
    known[probe.steps] ??= { text, className };
    values.set(probe.reference, known);
  }
  return (reference, steps = reference.steps.length) => values.get(reference)?.[steps];
}

function probeText({ reference, steps }: Probe, id: number, source: string): string {
  const text = `$${source.slice(reference.nameRange.start, endOf({ reference, steps }))}`;
  return `${OPEN}${id}${TEXT}${text}${CLASS}${text}.class.name${CLOSE}`;
}

const endOf = ({ reference, steps }: Omit<Probe, "at">): number =>
  reference.steps[steps - 1]?.range.end ?? reference.nameRange.end;

/** Where the innermost statement begins that an offset is in. */
function statementAt(tree: Template, offset: number): number {
  const path = nodePath(tree, offset);
  const block = path.findLastIndex(({ type }) => type === "Block");
  return path[block + 1]?.range.start ?? 0;
}

/** The output, or why there is none; `undefined` of a template that cannot be read. */
function render(source: string, event: TemplateEvent, dialect: DialectName): string | VtlRenderError | undefined {
  try {
    return compile(source, { dialect }).render(event, { limits: LIMITS }).output;
  } catch (error) {
    if (error instanceof VtlRenderError) return error;
    if (error instanceof VtlSyntaxError) return undefined;
    throw error;
  }
}

interface Found extends SampleValue {
  readonly id: number;
}

/** A block that a reference prints has probes of its own, which are no part of its text. */
function* readProbes(output: string): Generator<Found> {
  const open: { id: string; text: string; className: string; part: "id" | "text" | "className" }[] = [];
  for (const part of output.split(/([\ue010-\ue013])/)) {
    const top = open.at(-1);
    if (part === OPEN) open.push({ id: "", text: "", className: "", part: "id" });
    else if (part === TEXT && top) top.part = "text";
    else if (part === CLASS && top) top.part = "className";
    else if (part === CLOSE && top) {
      open.pop();
      yield { id: Number(top.id), text: top.text, className: top.className };
    } else if (top) top[top.part] += part;
  }
}
