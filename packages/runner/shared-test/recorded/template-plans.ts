import type { Integration } from "@apigw-vtl/definitions";
import { echo, lambdaEcho } from "./backends.js";
import { LAMBDA_URI, oneMethodApi, requestOf, responsesOf, template } from "./definition.js";
import { bodyOf, headersOf, type Plan, textOf } from "./plan.js";
import type { RecordedCase } from "./recorded-case.js";

/** Cases whose integration is described in words: MOCK, or something that gives back what it gets. */
export function templatePlan(recorded: RecordedCase): Plan | undefined {
  const { context } = recorded;
  if (typeof context.integration !== "string") return undefined;
  if (context.integration === "MOCK") return mockPlan(recorded);
  const templates: Partial<Integration> = {
    httpMethod: "POST",
    requestTemplates: template(recorded.template),
    responses: responsesOf(undefined, recorded.response_template),
  };
  if (context.integration.startsWith("echo ")) {
    return {
      definition: oneMethodApi(context, { type: "HTTP", uri: "https://echo.example.com/", ...templates }),
      request: requestOf(context),
      backend: echo,
      observed: ({ response }) => textOf(response.body),
    };
  }
  if (context.integration.startsWith("lambda echo ")) {
    return {
      definition: oneMethodApi(context, { type: "AWS", uri: LAMBDA_URI, ...templates }),
      request: requestOf(context),
      backend: lambdaEcho,
      observed: (invocation) => ({ status: invocation.response.status, body: bodyOf(invocation) }),
      expected: bodyAsJson(recorded.expected),
    };
  }
  return undefined;
}

/** `json of body`: the recorded body is the text of a document. */
function bodyAsJson(expected: RecordedCase["expected"]): unknown {
  if (typeof expected === "string" || typeof expected.body !== "string") return expected;
  return { ...expected, body: JSON.parse(expected.body) };
}

function mockPlan(recorded: RecordedCase): Plan {
  const { context, expected } = recorded;
  const isParserCase = typeof expected === "object" && "mock_status" in expected;
  // Of the parser only the status is recorded: it is seen by which of two responses is selected.
  const responses = isParserCase ? { 200: { selectionPattern: "200" }, 599: {} } : context.integrationResponses;
  return {
    definition: oneMethodApi(context, {
      type: "MOCK",
      requestTemplates: template(recorded.template),
      responses: responsesOf(responses, recorded.response_template),
      ...(context.passthroughBehavior !== undefined && {
        passthroughBehavior: context.passthroughBehavior as Integration["passthroughBehavior"],
      }),
    }),
    request: requestOf(context),
    observed: (invocation) => {
      const { status } = invocation.response;
      if (isParserCase) return { mock_status: status };
      if (typeof expected === "object" && !("status" in expected)) return bodyOf(invocation);
      return {
        status,
        body: bodyOf(invocation),
        ...(typeof expected === "object" &&
          "headers" in expected && { headers: pick(headersOf(invocation), expected) }),
      };
    },
  };
}

/** The recordings of MOCK list only the headers that a template has set. */
function pick(headers: Readonly<Record<string, string>>, { headers: recorded }: object & { headers?: unknown }) {
  const names = Object.keys(recorded ?? {});
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}
