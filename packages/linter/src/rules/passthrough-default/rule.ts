import type { IntegrationRule } from "../../rule.js";

/** Without a template for the request's content type the body goes through as it is, unless told otherwise. */
export const passthroughDefault: IntegrationRule = {
  meta: {
    id: "passthrough-default",
    title: "Templates that a request with another content type goes around",
    level: "warning",
    set: "strict",
  },
  check({ apiType, integration: { type, requestTemplates, passthroughBehavior }, isProxy, report }) {
    const [first] = requestTemplates;
    if (apiType !== "REST" || isProxy || type === "MOCK" || first === undefined) return;
    const types = requestTemplates.map(({ contentType }) => contentType);
    if (types.includes("$default") || passthroughBehavior !== "WHEN_NO_MATCH") return;
    report(
      `A request with another Content-Type than ${types.join(", ")} goes to the backend as it is, around ` +
        "its template. Set passthroughBehavior to NEVER, or to WHEN_NO_TEMPLATES: such requests get a 415 then.",
      first.place,
    );
  },
};
