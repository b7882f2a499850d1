import { STATUS_CODES } from "node:http";
import type { ClientResponse, Invocation, Locate, ResponseSink } from "@apigw-vtl/runner";
import { invocationToJson } from "@apigw-vtl/runner";
import { ExitCode } from "../../exit-code.js";
import { InputError } from "../../failure.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { InputReader } from "../../io/input-reader.js";
import { refuseStdinTwice } from "../../io/stdin-uses.js";
import { bodyFile } from "../../request/read-body.js";
import type { Session } from "../../session.js";
import { jsonText, printable } from "../../terminal/printable.js";
import type { Reporter } from "../../terminal/reporter.js";
import { AnswerRecord } from "../gateway-options/answer-record.js";
import { findDefinition } from "../gateway-options/find-definition.js";
import { gatewayPlan } from "../gateway-options/gateway-plan.js";
import { openGateway } from "../gateway-options/open-gateway.js";
import { reasonForStatus } from "../gateway-options/reason-for-status.js";
import { explain, placeText } from "./explain.js";
import type { InvokeFlags } from "./invoke-flags.js";
import { parseTarget, readRequest } from "./read-request.js";

/** Sends one request through an API. Throws a `UsageError` or an `InputError` if there is no request or no API. */
export async function invoke(words: readonly string[], flags: InvokeFlags, session: Session): Promise<ExitCode> {
  const target = parseTarget(words);
  const reader = new InputReader(session.io);
  refuseStdinTwice([
    ["the API", target.api],
    [flags.body === undefined ? "--data" : "--body", bodyFile(flags)],
    ["--stub", flags.stub],
    ["--items", flags.items],
  ]);
  const plan = gatewayPlan(flags);
  const request = await readRequest(target, flags, reader);
  const api = target.api ?? (await findDefinition(session));
  const record = await AnswerRecord.open(plan, session);
  const options = { reader, recorder: record?.recorder };
  const { gateway, problems, locate, close } = await openGateway(api, plan, session, options);
  try {
    for (const problem of problems) session.reporter.problem(problem);
    if (gateway === undefined) throw new InputError(`${api} cannot be run`);
    let streamed = false;
    const sink: ResponseSink = {
      start: (head) => {
        streamed = true;
        if (flags.include) session.io.stdout.write(encodeUtf8(responseHead(head, session.stdoutPalette.strong)));
      },
      write: (piece) => session.io.stdout.write(piece),
    };
    const invocation = await gateway.invoke(request, undefined, flags.format === "raw" ? sink : undefined);
    print(invocation, flags, locate, streamed, session);
    await record?.write();
    const { status, incomplete } = invocation.response;
    return status < 400 && incomplete === undefined ? ExitCode.ok : ExitCode.failed;
  } finally {
    await close();
  }
}

function print(
  invocation: Invocation,
  flags: InvokeFlags,
  locate: Locate,
  streamed: boolean,
  { io, reporter, stdoutPalette }: Session,
): void {
  if (flags.log) for (const line of invocation.log) reporter.line(line);
  if (flags.explain) io.stderr.write(explain(invocation, locate, reporter.palette));
  else reportFailedStatus(invocation, locate, reporter);
  if (flags.format === "json") {
    io.stdout.write(jsonText(invocationToJson(invocation, locate)));
    return;
  }
  const { response } = invocation;
  if (!streamed) {
    if (flags.include) io.stdout.write(encodeUtf8(responseHead(response, stdoutPalette.strong)));
    io.stdout.write(response.body);
  }
  // On a screen the prompt would follow in the same line.
  if (io.stdout.isTTY && response.body.length > 0 && response.body.at(-1) !== 0x0a) io.stdout.write("\n");
}

/** Says why the status is none of success, and where that is declared. */
function reportFailedStatus(invocation: Invocation, locate: Locate, reporter: Reporter): void {
  const reason = reasonForStatus(invocation);
  if (reason === undefined) return;
  const { place, explanation } = reason;
  const where = place === undefined ? "" : ` (${placeText(place, locate)})`;
  reporter.problem({ severity: "note", message: `${invocation.response.status}: ${explanation}${where}` });
}

function responseHead(
  { status, headers }: Pick<ClientResponse, "status" | "headers">,
  strong: (text: string) => string,
): string {
  const first = strong(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd());
  return [first, ...headers.map(([name, value]) => `${name}: ${printable(value)}`), "", ""].join("\n");
}
