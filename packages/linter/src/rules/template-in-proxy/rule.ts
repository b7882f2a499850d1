import type { IntegrationRule } from "../../rule.js";

/** Lambda reads these itself, such as the tenant (developer guide, "Tenant isolation") and how to invoke. */
const STEERS_INVOCATION = /^integration\.request\.header\.x-amz-/i;

/** A proxy integration passes everything through. */
export const templateInProxy: IntegrationRule = {
  meta: {
    id: "template-in-proxy",
    title: "A template or mapping of a proxy integration, which ignores it",
    level: "warning",
    set: "recommended",
  },
  check({ apiType, integration, isProxy, report }) {
    // Mappings are all that integrations of HTTP APIs have.
    if (!isProxy || apiType === "HTTP") return;
    const { type, streams, requestParameters, requestTemplates, parameterPlaces, responses } = integration;
    const passes = `An integration of type ${type}${streams ? " that streams" : ""} passes requests and responses through`;
    const [request] = requestTemplates;
    const template = `${passes} and ignores templates: this one never runs. Remove it, or make the integration AWS or HTTP.`;
    if (request) report(template, request.place);
    const mapping = (target: string) => `${passes}: the mapping of \`${target}\` has no effect. `;
    if (type === "AWS_PROXY") {
      for (const target of Object.keys(requestParameters).filter((name) => !STEERS_INVOCATION.test(name)))
        report(`${mapping(target)}The function gets the whole request; remove it.`, parameterPlaces?.[target]);
    }
    const sender = type === "AWS_PROXY" ? "function" : "backend";
    for (const response of responses) {
      const [first] = response.responseTemplates;
      if (first) report(template, first.place);
      for (const target of Object.keys(response.responseParameters))
        report(`${mapping(target)}Let the ${sender} send the header.`, response.parameterPlaces?.[target]);
    }
  },
};
