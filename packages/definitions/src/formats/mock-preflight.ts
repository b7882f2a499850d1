import type { Place, Route } from "../api-definition.js";
import { BARE_INTEGRATION, BARE_METHOD } from "./bare-route.js";

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
    ...BARE_METHOD,
    methodResponses: [{ statusCode: "200", headers: Object.keys(headers) }],
    integration: {
      ...BARE_INTEGRATION,
      type: "MOCK",
      place,
      requestTemplates: [{ contentType: "application/json", text: '{"statusCode": 200}' }],
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
