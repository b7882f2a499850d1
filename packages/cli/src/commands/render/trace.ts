import {
  type CompleteEvent,
  type DialectName,
  type Execution,
  type ExecutionStep,
  LineIndex,
  traceExecution,
} from "@apigw-vtl/compiler";
import type { SourceTemplate } from "../../project/source-template.js";
import { printableLine } from "../../terminal/printable.js";
import type { Reporter } from "../../terminal/reporter.js";

/** A printed text longer than this is cut. */
const LONGEST_PRINTED = 60;

/** Renders once more and tells what the template does, a line for each line of the template that does something. */
export function reportTrace(
  template: SourceTemplate,
  event: CompleteEvent,
  dialect: DialectName,
  clock: () => number,
  reporter: Reporter,
): void {
  const { palette } = reporter;
  const execution = traceExecution(template.text, event, { dialect, clock });
  for (const line of traceLines(execution, template)) reporter.line(line, palette.faint);
  if (execution.error === undefined) return;
  reporter.line("what it had printed until it failed:", palette.strong);
  for (const line of execution.output.split("\n")) reporter.line(`   | ${line}`.trimEnd(), palette.faint);
}

/** `put.vtl:3  #if is taken ($a is "x")` */
function traceLines({ steps, omitted, error }: Execution, template: SourceTemplate): readonly string[] {
  const lineOf = lineFinder(template);
  const lines: string[] = [];
  // Values are told with what comes of them; those of a step that fails, at the end.
  let values = new Map<string, string>();
  const tell = (range: ExecutionStep["range"], text: string) => {
    const told = [...values].map(([source, value]) => `${source} is ${value}`).join(", ");
    lines.push(`${lineOf(range)}  ${text}${told === "" ? "" : ` (${told})`}`);
    values = new Map();
  };
  const half = omitted > 0 ? steps.length / 2 : -1;
  for (const [i, step] of steps.entries()) {
    if (i === half) lines.push(`… ${omitted} steps are left out`);
    if (step.kind === "value") values.set(printableLine(step.source), step.value);
    else tell(step.range, textOf(step, lineOf));
  }
  if (error !== undefined) tell(error.range, `fails: ${error.message}`);
  return lines;
}

const ARMS = { if: "#if", elseif: "#elseif", else: "#else", "no-else": "no block of #if" } as const;

function textOf(
  step: Exclude<ExecutionStep, { kind: "value" }>,
  lineOf: (range: ExecutionStep["range"]) => string,
): string {
  switch (step.kind) {
    case "set":
      return `${printableLine(step.target)} = ${step.value}`;
    case "print":
      return `prints ${shortened(step.text)}`;
    case "round":
      return step.number === 0 ? "#foreach has no round" : `#foreach, round ${step.number}`;
    case "branch": {
      const skipped = step.skipped.map(({ arm, range }) => `${ARMS[arm]} in ${lineOf(range)} is false`);
      return [`${ARMS[step.arm]} is taken`, ...skipped].join("; ");
    }
  }
}

function shortened(text: string): string {
  const json = JSON.stringify(text);
  return json.length <= LONGEST_PRINTED ? json : `${json.slice(0, LONGEST_PRINTED)}…`;
}

/** `put.vtl:3` of a part of the template, in its file. */
function lineFinder(template: SourceTemplate): (range: ExecutionStep["range"]) => string {
  const { name, text } = template.locate({ start: 0, end: 0 });
  const lines = new LineIndex(text);
  return (range) => `${name}:${lines.position(template.locate(range).range.start).line}`;
}

/** What JSON tells of a template that was traced. */
export interface TraceReport {
  /** Of one that fails, until then. */
  readonly output: string;
  readonly error?: object;
  readonly trace: object;
}

/** Renders once more for a report in JSON, with lines and columns from 1 in the template's file. Throws VtlSyntaxError. */
export function traceReport(template: SourceTemplate, event: CompleteEvent, dialect: DialectName): TraceReport {
  const { steps, omitted, output, error } = traceExecution(template.text, event, { dialect });
  const lines = new LineIndex(template.locate({ start: 0, end: 0 }).text);
  const placeOf = (range: ExecutionStep["range"]) => lines.position(template.locate(range).range.start);
  const placed = steps.map(({ range, ...step }) =>
    step.kind === "branch"
      ? { ...step, skipped: step.skipped.map(({ arm, range: of }) => ({ arm, ...placeOf(of) })), ...placeOf(range) }
      : { ...step, ...placeOf(range) },
  );
  return {
    output,
    ...(error && { error: { code: error.code, message: error.message, ...placeOf(error.range) } }),
    trace: { steps: placed, ...(omitted > 0 && { omitted }) },
  };
}
