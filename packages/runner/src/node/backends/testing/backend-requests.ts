import type { BackendRequest, BackendTarget, HeaderList } from "../../../integration/backend.js";

const ROUTE: BackendRequest["route"] = {
  path: "/",
  httpMethod: "POST",
  apiKeyRequired: false,
  authorizationScopes: [],
  validator: { body: false, parameters: false },
  requestParameters: [],
  requestModels: {},
  methodResponses: [],
};

/** What the gateway hands to a backend. */
export function backendRequest(target: BackendTarget, body = "", headers: HeaderList = []): BackendRequest {
  return {
    client: { httpMethod: "POST", path: "/" },
    route: ROUTE,
    integration: {
      type: target.kind === "http" ? "HTTP" : "AWS",
      uri: target.url,
      passthroughBehavior: "WHEN_NO_MATCH",
      requestParameters: {},
      requestTemplates: [],
      timeoutInMillis: 29_000,
      responses: [],
    },
    target,
    headers,
    body: new TextEncoder().encode(body),
    timeoutInMillis: 29_000,
    requestId: "request-1",
  };
}

/** The invocation of a function. */
export function lambdaRequest(name: string, event: unknown, asynchronous = false): BackendRequest {
  const functionArn = `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
  const url = `https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/${functionArn}/invocations`;
  return backendRequest({ kind: "lambda", functionArn, asynchronous, url }, JSON.stringify(event));
}

/** An action of a service. */
export function awsRequest(service: string, action: string, body = "", headers: HeaderList = []): BackendRequest {
  const url = `https://${service}.us-east-1.amazonaws.com/`;
  return backendRequest({ kind: "aws", service, region: "us-east-1", action, method: "POST", url }, body, headers);
}
