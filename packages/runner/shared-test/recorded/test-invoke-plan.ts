import { lambdaReturning } from "./backends.js";
import { LAMBDA_URI, oneMethodApi, responsesOf } from "./definition.js";
import { bodyOf, type Plan } from "./plan.js";
import type { RecordedCase, RecordedExpectation } from "./recorded-case.js";

const BODY_LINE = " : Endpoint response body before transformations: ";
/** Signing is the backend's: nothing is signed for a function on this machine. */
const SIGNATURE_HEADERS = / (?:Authorization|X-Amz-Date|X-Amz-Security-Token)=<[^>]*>,?/g;

/** `test-invoke-method`, with the whole execution log. */
export function testInvokePlan({ context, expected }: RecordedCase): Plan | undefined {
  const { testInvoke } = context;
  if (testInvoke === undefined || typeof expected === "string") return undefined;
  const [path = "/", queryString = ""] = testInvoke.pathWithQueryString.split("?");
  const log = Object.values(expected.log as Readonly<Record<string, string>>);
  const answered = log.find((line) => line.includes(BODY_LINE))?.split(BODY_LINE)[1] ?? "null";
  return {
    definition: oneMethodApi(
      context,
      { type: "AWS", uri: LAMBDA_URI, httpMethod: "POST", responses: responsesOf(undefined, null) },
      { path },
    ),
    request: {
      httpMethod: "GET",
      path,
      queryString,
      headers: Object.entries(testInvoke.headers),
      body: new TextEncoder().encode(testInvoke.body),
      testInvoke: true,
    },
    backend: lambdaReturning(JSON.parse(answered)),
    observed: (invocation) => ({
      status: invocation.response.status,
      body: bodyOf(invocation),
      headers: Object.fromEntries(invocation.response.headers),
      log: invocation.log,
    }),
    expected: expectedOf(expected, log),
  };
}

function expectedOf(expected: RecordedExpectation, log: readonly string[]): RecordedExpectation {
  return {
    status: expected.status,
    body: expected.body,
    headers: expected.headers,
    log: log
      .filter((line) => line !== "")
      .map((line) =>
        line.replace(/^DDD MMM dd hh:mm:ss UTC yyyy/, "<date>").replace("Day, dd MMM yyyy hh:mm:ss", "<day>"),
      )
      .map((line) => (line.includes("Endpoint request headers") ? ourHeaders(line) : line)),
  };
}

/** The recorded map is cut; ours is shorter and goes on with the trace. */
function ourHeaders(line: string): string {
  return line.replace(SIGNATURE_HEADERS, "").replace(/,? \[TRUNCATED\]$/, "<rest>");
}
