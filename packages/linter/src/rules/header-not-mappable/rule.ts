import { isReservedHeader } from "@apigw-vtl/definitions";
import type { IntegrationRule } from "../../rule.js";

/** Some headers cannot be set by a mapping. */
export const headerNotMappable: IntegrationRule = {
  meta: {
    id: "header-not-mappable",
    title: "A header that requestParameters cannot set",
    level: "error",
    set: "recommended",
  },
  check({ apiType, integration, report }) {
    if (apiType !== "REST") return;
    const { type, requestParameters, parameterPlaces } = integration;
    const toService = type === "AWS" || type === "AWS_PROXY";
    for (const target of Object.keys(requestParameters)) {
      const [, name] = /^integration\.request\.header\.(.+)$/.exec(target) ?? [];
      if (name === undefined || !isReservedHeader(name, type)) continue;
      report(
        `The mapping sets the header \`${name}\`, which ${toService ? "an AWS" : "the"} integration sets itself: the service ` +
          "answers 500 to every request. Remove it from requestParameters.",
        parameterPlaces?.[target],
      );
    }
  },
};
