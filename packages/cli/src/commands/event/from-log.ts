import { clientRequest, type LoggedRequest, readExecutionLog } from "@apigw-vtl/runner";
import { stringify } from "yaml";
import { ExitCode } from "../../exit-code.js";
import { InputError } from "../../failure.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { InputReader } from "../../io/input-reader.js";
import type { Session } from "../../session.js";
import { jsonText } from "../../terminal/printable.js";

export interface FromLogFlags {
  readonly as: "event" | "answer" | "case";
}

/** Prints what an execution log tells. Throws an `InputError` for what is no log. */
export async function fromLog(file: string, flags: FromLogFlags, session: Session): Promise<ExitCode> {
  const { name, text } = await new InputReader(session.io).read(file);
  const logged = readExecutionLog(text);
  if (logged === undefined) {
    throw new InputError(`${name} has no request of an execution log`, {
      hint: "it has lines such as 'Method request path: {}'; in CloudWatch the stage has to log data traces",
    });
  }
  if (flags.as === "answer" && logged.answer === undefined) {
    throw new InputError(`${name} does not say what the integration answered`);
  }
  for (const { line, why } of logged.untold) session.reporter.problem({ severity: "warning", ...UNTOLD[why](line) });
  session.io.stdout.write(encodeUtf8(documentOf(logged, flags)));
  return logged.untold.length === 0 ? ExitCode.ok : ExitCode.failed;
}

const UNTOLD = {
  cut: (line: string) => ({
    message: `the service has cut the line '${line}'`,
    hint: "what it says ends after about a thousand characters; the rest has to come from elsewhere",
  }),
  binary: (line: string) => ({
    message: `the line '${line}' does not say what the bytes are`,
    hint: "a log has no bytes that are no text; the payload has to come from elsewhere",
  }),
};

function documentOf(logged: LoggedRequest, { as }: FromLogFlags): string {
  switch (as) {
    case "event":
      return jsonText(eventOf(logged));
    case "answer":
      return jsonText(answerOf(logged));
    case "case":
      return stringify({ cases: [caseOf(logged)] }, { lineWidth: 0 });
  }
}

/** The request as a template gets it. */
function eventOf({ body, headers, query, path, requestId, httpMethod, resourcePath }: LoggedRequest): object {
  const context = { requestId, httpMethod, resourcePath };
  return {
    body: body ?? "",
    headers: Object.fromEntries(headers),
    querystring: Object.fromEntries(query),
    path: Object.fromEntries(path),
    context: Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined)),
  };
}

function answerOf({ answer }: LoggedRequest): object {
  const { status = 200, headers = [], body = "" } = answer ?? {};
  return { status, headers: Object.fromEntries(headers), body };
}

/** The request through the API, with what was sent and what came back. */
function caseOf(logged: LoggedRequest): object {
  const { sent, answer, response } = logged;
  const { httpMethod, url, headers, body, sourceIp } = clientRequest(logged);
  const line = `${httpMethod} ${url}`;
  const more = {
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
    ...(body !== "" && { body }),
    ...(sourceIp !== undefined && { sourceIp }),
  };
  return {
    name: `${line} as logged`,
    request: Object.keys(more).length === 0 ? line : { line, ...more },
    ...(answer && { respond: answerOf(logged) }),
    ...(sent?.body !== undefined && { sent: expectedBody(sent.body) }),
    ...(response && {
      expect: {
        ...(response.status !== undefined && { status: response.status }),
        ...(response.body !== undefined && expectedBody(response.body)),
      },
    }),
  };
}

function expectedBody(body: string): object {
  return { output: body };
}
