import type { Integration } from "@apigw-vtl/definitions";
import { httpReturning, lambdaReturning } from "./backends.js";
import { LAMBDA_URI, oneMethodApi, requestOf, responsesOf, template } from "./definition.js";
import { bodyOf, headersOf, type Plan, textOf } from "./plan.js";
import type { RecordedCase, RecordedIntegration } from "./recorded-case.js";

/** Cases that say what a function returned, or with which status a backend answered. */
export function integrationPlan(recorded: RecordedCase): Plan | undefined {
  const { context, expected } = recorded;
  if (typeof context.integration !== "object" || typeof expected === "string") return undefined;
  const { integration } = context;
  if ("lambda_returns" in integration) return lambdaPlan(recorded, integration);
  if (integration.backend_status !== undefined) {
    return {
      definition: oneMethodApi(context, {
        ...(integration.type && { type: integration.type }),
        uri: "https://backend.example.com/status",
        httpMethod: "GET",
        responses: responsesOf(integration.integrationResponses, null),
      }),
      request: requestOf(context),
      backend: httpReturning(integration.backend_status, expected.body ?? {}),
      observed: (invocation) => ({
        ["status_code" in expected ? "status_code" : "status"]: invocation.response.status,
        ...("body" in expected && { body: bodyOf(invocation) }),
      }),
    };
  }
  return undefined;
}

function lambdaPlan(recorded: RecordedCase, integration: RecordedIntegration): Plan {
  const { context, expected } = recorded;
  const parts: Partial<Integration> = {
    ...(integration.type && { type: integration.type }),
    uri: LAMBDA_URI,
    httpMethod: "POST",
    requestTemplates: template(recorded.template),
    responses: responsesOf(integration.integrationResponses, recorded.response_template),
  };
  return {
    definition: oneMethodApi(context, parts),
    request: requestOf(context),
    backend: lambdaReturning(integration.lambda_returns),
    observed: (invocation) => {
      const { status, body } = invocation.response;
      if (typeof expected === "object" && "body" in expected) return { status, body: bodyOf(invocation) };
      return {
        status,
        content:
          typeof expected === "object" && typeof expected.content === "string" ? textOf(body) : bodyOf(invocation),
        // The API of these recordings is edge-optimized: CloudFront adds headers of its own.
        headers: { ...cloudFront, ...headersOf(invocation) },
      };
    },
  };
}

const cloudFront = { Via: "1.1 edge", "X-Amz-Cf-Id": "id", "X-Amz-Cf-Pop": "pop", "X-Cache": "Miss from cloudfront" };
