import type { Place, Route } from "../api-definition.js";

/** What a browser's preflight request is answered with; values in the quotes of a mapping (`'*'`). */
export interface PreflightHeaders {
  readonly path: string;
  /** Header names to quoted values. */
  readonly headers: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** The OPTIONS method with a MOCK integration that frameworks add for CORS. */
export function mockPreflight({ path, headers, place }: PreflightHeaders): Route {
  const mapped = Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, value] as const);
  return {
    path,
    httpMethod: "OPTIONS",
    place,
    apiKeyRequired: false,
    authorizationScopes: [],
    validator: { body: false, parameters: false },
    requestParameters: [],
    requestModels: {},
    methodResponses: [{ statusCode: "200", headers: Object.keys(headers) }],
    integration: {
      type: "MOCK",
      place,
      passthroughBehavior: "WHEN_NO_MATCH",
      requestParameters: {},
      requestTemplates: [{ contentType: "application/json", text: '{"statusCode": 200}' }],
      timeoutInMillis: 29_000,
      responses: [
        {
          statusCode: "200",
          responseParameters: Object.fromEntries(mapped),
          responseTemplates: [{ contentType: "application/json", text: "{}\n" }],
        },
      ],
    },
  };
}
