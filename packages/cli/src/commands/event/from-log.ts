import {
  clientRequest,
  encodeBase64,
  type LoggedBody,
  type LoggedRequest,
  readExecutionLog,
  writtenValues,
} from "@apigw-vtl/runner";
import { stringify } from "yaml";
import { ExitCode } from "../../exit-code.js";
import { InputError } from "../../failure.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { InputReader } from "../../io/input-reader.js";
import type { Session } from "../../session.js";
import { jsonText } from "../../terminal/printable.js";
import { expectedBody } from "./expected-body.js";

export interface FromLogFlags {
  readonly as: "event" | "answer" | "case";
}

/** Prints what an execution log tells. Throws an `InputError` for what is no log. */
export async function fromLog(file: string, flags: FromLogFlags, session: Session): Promise<ExitCode> {
  const { name, text } = await new InputReader(session.io).read(file);
  const logged = readExecutionLog(text);
  if (logged === undefined) {
    throw new InputError(`${name} has no request of an execution log`, {
      hint:
        "it has lines such as 'Method request path: {}'; in CloudWatch the stage has to log data traces; of a request that " +
        "no method is for the service logs nothing, and vtl invoke --format json tells it",
    });
  }
  if (flags.as === "answer" && logged.answer === undefined) {
    throw new InputError(`${name} does not say what the integration answered`);
  }
  for (const { line, why } of logged.untold) session.reporter.problem({ severity: "warning", ...UNTOLD[why](line) });
  if (flags.as === "case") {
    const { made, leftOut } = caseOf(logged);
    session.io.stdout.write(encodeUtf8(stringify({ cases: [made] }, { lineWidth: 0 })));
    if (leftOut.length > 0) session.reporter.line(`not expected, as it is another each time: ${leftOut.join(", ")}`);
  } else {
    session.io.stdout.write(encodeUtf8(jsonText(flags.as === "event" ? eventOf(logged) : answerOf(logged))));
  }
  return logged.untold.length === 0 ? ExitCode.ok : ExitCode.failed;
}

const ELSEWHERE = "the rest has to come from elsewhere: vtl invoke --format json has all of a request on this machine";

const UNTOLD = {
  cut: (line: string) => ({
    message: `the service has cut the line '${line}'`,
    hint: `what it says ends after about a thousand characters; ${ELSEWHERE}`,
  }),
  binary: (line: string) => ({
    message: `the line '${line}' does not say what the bytes are`,
    hint: `a log has no bytes that are no text; ${ELSEWHERE}`,
  }),
};

/** The request as a template gets it: bytes that are no text come to it in Base64. */
function eventOf({ body, headers, query, path, requestId, httpMethod, resourcePath }: LoggedRequest): object {
  const context = { requestId, httpMethod, resourcePath };
  return {
    body: typeof body === "object" ? encodeBase64(body) : (body ?? ""),
    headers: writtenValues(headers),
    querystring: writtenValues(query),
    path: Object.fromEntries(path),
    context: Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined)),
  };
}

function answerOf({ answer }: LoggedRequest): object {
  const { status = 200, headers = [], body = "" } = answer ?? {};
  return { status, headers: writtenValues(headers), ...bodyField(body) };
}

const bodyField = (body: LoggedBody): object => (typeof body === "string" ? { body } : { base64: encodeBase64(body) });

/** The request through the API, with what was sent and what came back. */
function caseOf(logged: LoggedRequest): { readonly made: object; readonly leftOut: readonly string[] } {
  const { sent, answer, response } = logged;
  const { httpMethod, url, headers, body, sourceIp } = clientRequest(logged);
  const line = `${httpMethod} ${url}`;
  const more = {
    ...(headers.length > 0 && { headers: writtenValues(headers) }),
    ...(body !== "" && bodyField(body)),
    ...(sourceIp !== undefined && { sourceIp }),
  };
  // Of a body that is cut only the beginning would be expected.
  const expected = (text: LoggedBody | undefined, its: string) =>
    text === undefined || logged.untold.some((untold) => untold.line === its) ? undefined : expectedBody(text, logged);
  const wasSent = expected(sent?.body, "Endpoint request body after transformations");
  const returned = expected(response?.body, "Method response body after transformations");
  const made = {
    name: `${line} as logged`,
    request: Object.keys(more).length === 0 ? line : { line, ...more },
    ...(answer && { respond: answerOf(logged) }),
    ...(wasSent && { sent: wasSent.expectation }),
    ...(response && {
      expect: { ...(response.status !== undefined && { status: response.status }), ...returned?.expectation },
    }),
  };
  return { made, leftOut: [...(wasSent?.leftOut ?? []), ...(returned?.leftOut ?? [])] };
}
