import { type CompleteEvent, compile, type Overrides, sampleContext, VtlSyntaxError } from "@apigw-vtl/compiler";
import { readEvent } from "../../event/read-event.js";
import { ExitCode, worse } from "../../exit-code.js";
import { asSentByJava, encodeUtf8 } from "../../io/encoding.js";
import { InputReader } from "../../io/input-reader.js";
import { writeOutput } from "../../io/write-output.js";
import { prettyJson } from "../../json/pretty-json.js";
import type { SourceTemplate } from "../../project/source-template.js";
import type { Session } from "../../session.js";
import { jsonText } from "../../terminal/printable.js";
import { reportTemplateError } from "../report-template-error.js";
import { readTemplateInPlace, type TemplateSource } from "../template-source.js";
import { reportUnlessJson } from "./check-output.js";
import { matchesExpected, updateExpected } from "./expectation.js";
import { jsonReport, type Timings } from "./json-report.js";
import { checkRenderFlags, inputFiles, parametersOf, type RenderFlags, writesToStdout } from "./render-flags.js";
import type { TraceReport } from "./trace.js";

/** Runs `vtl render`. Throws `UsageError` and `InputError`; template errors are reported and give the exit code. */
export async function render(template: TemplateSource, flags: RenderFlags, session: Session): Promise<ExitCode> {
  checkRenderFlags(template, flags);
  const reader = new InputReader(session.io);
  const once = () => renderOnce(template, flags, session, reader);
  if (!flags.watch) return once();
  const { watchFiles } = await import("./watch-files.js");
  const onScreen = session.io.stdout.isTTY && writesToStdout(flags);
  const onceMore = async () => {
    const code = await once();
    // A document has no line feed of its own at its end; on a screen the next one would follow in the same line.
    if (onScreen) session.io.stdout.write("\n");
    return code;
  };
  return watchFiles(inputFiles(template, flags), onceMore, session);
}

async function renderOnce(
  source: TemplateSource,
  flags: RenderFlags,
  session: Session,
  reader: InputReader,
): Promise<ExitCode> {
  const template = await readTemplateInPlace(source, reader, session, parametersOf(flags));
  // Plain Velocity has no $context: the entries are variables of their own there, and samples would define some.
  const hasContext = flags.sampleContext && flags.dialect === "apigateway";
  const event = await readEvent(flags, hasContext ? sampleContext(template.facts) : {}, reader);
  if (flags.trace && flags.format !== "json") await traceTemplate(template, event, flags, session);
  const rendered = renderTemplate(template, event, flags, session);
  if (rendered === undefined) {
    const report = flags.format === "json" ? await traceOf(template, event, flags) : undefined;
    if (report !== undefined) await writeOutput(session, "-", encodeUtf8(jsonText(report)));
    return ExitCode.failed;
  }

  const { output, overrides, timings } = rendered;
  const wantsJson = flags.check === true || flags.pretty === true;
  const isJson = !wantsJson || reportUnlessJson(output, template, event, flags.dialect, session.reporter);
  const document = flags.pretty && isJson ? prettyJson(output) : output;
  const met = await meetsExpectation(document, isJson, flags, session, reader);
  const passed = met === ExitCode.ok && isJson;
  // A failed document is shown, since its reader wants to see what is wrong, but never replaces a good file.
  if (passed || writesToStdout(flags)) {
    const printed =
      flags.format === "json"
        ? jsonReport(document, overrides, timings, (await traceOf(template, event, flags))?.trace)
        : document;
    await writeOutput(session, flags.output, encodeUtf8(printed));
  }
  return worse(met, isJson ? ExitCode.ok : ExitCode.failed);
}

/** Tells what the template does, if the service takes it: what it refuses is reported by the rendering. */
async function traceTemplate(
  template: SourceTemplate,
  event: CompleteEvent,
  { dialect }: RenderFlags,
  { io, reporter }: Session,
): Promise<void> {
  const { reportTrace } = await import("./trace.js");
  try {
    reportTrace(template, event, dialect, () => io.now(), reporter);
  } catch (error) {
    if (!(error instanceof VtlSyntaxError)) throw error;
  }
}

/** `undefined` if nobody asks for a trace, or the service refuses the template. */
async function traceOf(
  template: SourceTemplate,
  event: CompleteEvent,
  { trace, dialect }: RenderFlags,
): Promise<TraceReport | undefined> {
  if (!trace) return undefined;
  const { traceReport } = await import("./trace.js");
  try {
    return traceReport(template, event, dialect);
  } catch (error) {
    if (error instanceof VtlSyntaxError) return undefined;
    throw error;
  }
}

async function meetsExpectation(
  document: string,
  isJson: boolean,
  { expect, update }: RenderFlags,
  session: Session,
  reader: InputReader,
): Promise<ExitCode> {
  if (expect === undefined) return ExitCode.ok;
  if (update) return isJson ? updateExpected(document, expect, reader, session) : ExitCode.ok;
  return (await matchesExpected(document, expect, reader, session)) ? ExitCode.ok : ExitCode.failed;
}

interface Rendered {
  readonly output: string;
  readonly overrides: Overrides;
  readonly timings: Timings;
}

/** Undefined when the template failed, which has been reported then. */
function renderTemplate(
  template: SourceTemplate,
  event: CompleteEvent,
  { dialect }: RenderFlags,
  { io, reporter }: Session,
): Rendered | undefined {
  try {
    const started = io.now();
    const compiled = compile(template.text, { dialect });
    const compiledAt = io.now();
    const { output, overrides } = compiled.render(event, { clock: () => io.now() });
    const timings = { compileMs: compiledAt - started, renderMs: io.now() - compiledAt };
    return { output: asSentByJava(output), overrides, timings };
  } catch (error) {
    if (reportTemplateError(error, template, reporter)) return undefined;
    throw error;
  }
}
