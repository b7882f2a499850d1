import { apiWith, integration, request, route } from "../../src/testing/definitions.js";
import { bodyOf, type Plan } from "./plan.js";
import type { RecordedCase } from "./recorded-case.js";

/** Cases that end before the integration: unknown methods, missing parameters. */
export function methodPlan(recorded: RecordedCase): Plan | undefined {
  const { request: asked, required, model } = recorded.context;
  if (asked !== undefined) {
    return {
      definition: apiWith(route({ path: "/existing", httpMethod: "GET", integration: integration() })),
      request: asked === "wrong-method" ? request("POST", "/existing") : request("GET", "/missing"),
      observed: (invocation) => ({
        status: invocation.response.status,
        body: bodyOf(invocation),
        headers: Object.fromEntries(invocation.response.headers.filter(([name]) => name === "x-amzn-ErrorType")),
      }),
    };
  }
  return required === undefined ? undefined : validatorPlan(recorded, required, model);
}

/** The names say what a request lacked: all of its required parameters, its headers, or its query string. */
function validatorPlan({ name }: RecordedCase, required: readonly string[], model: object | undefined): Plan {
  const lacks = /missing-(all|required-headers|required-qs)/.exec(name)?.[1];
  const parameters = required.flatMap((text) => {
    const [location, names = ""] = text.split(" ");
    // `path test|issuer`: a parameter of the resource and one that is none, of which the second is required.
    const [last = ""] = names.split("|").slice(-1);
    return location === "header" || location === "path" || location === "querystring"
      ? [{ location, name: last, required: true } as const]
      : [];
  });
  const header = parameters.find(({ location }) => location === "header")?.name ?? "";
  const query = parameters.find(({ location }) => location === "querystring")?.name ?? "";
  return {
    definition: apiWith(
      route({
        path: lacks === "all" ? "/{test}" : "/{issuer}",
        validator: { body: true, parameters: true },
        requestParameters: parameters,
        requestModels: { "application/json": model },
        integration: integration(),
      }),
    ),
    request: request(name.endsWith("-post") ? "POST" : "GET", lacks === "required-headers" ? `/x?${query}=q` : "/x", {
      headers: lacks === "required-qs" ? { [header]: "h" } : {},
      body: '{"a": 1, "b": 2}',
    }),
    observed: (invocation) => ({ status: invocation.response.status, body: bodyOf(invocation) }),
  };
}
