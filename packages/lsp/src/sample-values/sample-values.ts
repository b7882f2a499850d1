import {
  compile,
  type DialectName,
  type Reference,
  type Template,
  type TemplateEvent,
  VtlRenderError,
  VtlSyntaxError,
} from "@apigw-vtl/compiler";
import { applyTextEdits } from "@apigw-vtl/definitions";
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
  valueOf(reference: Reference, steps?: number): SampleValue | undefined;
}

/** Around what the probes print; none of them is in a template or an event of a sane person. */
const [OPEN, TEXT, CLASS, CLOSE] = ["\ue010", "\ue011", "\ue012", "\ue013"];

const LIMITS = { output: 8_000_000, steps: 2_000_000 };
const MOST_PROBES = 3000;

/** Renders the template with a probe beside each reference. No values of a template that fails. */
export function sampleValues(
  { source, tree, dialect }: { readonly source: string; readonly tree: Template; readonly dialect: DialectName },
  event: TemplateEvent,
): SampleValues {
  const probes = probesOf(tree).slice(0, MOST_PROBES);
  const values = new Map<Reference, (SampleValue | undefined)[]>();
  const edits = probes.map((probe, i) => ({ start: probe.at, end: probe.at, newText: probeText(probe, i, source) }));
  for (const { id, text, className } of readProbes(render(applyTextEdits(source, edits), event, dialect))) {
    const probe = probes[id];
    if (probe === undefined) continue;
    const known = values.get(probe.reference) ?? [];
    known[probe.steps] ??= { text, className };
    values.set(probe.reference, known);
  }
  return { valueOf: (reference, steps = reference.steps.length) => values.get(reference)?.[steps] };
}

function probeText({ reference, steps }: Probe, id: number, source: string): string {
  const end = reference.steps[steps - 1]?.range.end ?? reference.nameRange.end;
  const text = `$${source.slice(reference.nameRange.start, end)}`;
  return `${OPEN}${id}${TEXT}${text}${CLASS}${text}.class.name${CLOSE}`;
}

function render(source: string, event: TemplateEvent, dialect: DialectName): string {
  try {
    return compile(source, { dialect }).render(event, { limits: LIMITS }).output;
  } catch (error) {
    if (error instanceof VtlSyntaxError || error instanceof VtlRenderError) return "";
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
