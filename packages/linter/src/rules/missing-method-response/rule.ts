import type { IntegrationRule } from "../../rule.js";

const status = /^[1-5]\d\d$/;

/** What an integration response maps to has to be declared by the method. */
export const missingMethodResponse: IntegrationRule = {
  meta: {
    id: "missing-method-response",
    title: "A status or header that the method does not declare",
    level: "error",
    set: "recommended",
  },
  check({ apiType, route: { methodResponses, declaresMore }, integration, isProxy, report }) {
    if (apiType !== "REST" || isProxy || declaresMore || methodResponses.length === 0) return;
    if (!methodResponses.every(({ statusCode }) => status.test(statusCode))) return;
    const firstDefault = integration.responses.find(({ selectionPattern = "" }) => selectionPattern === "");
    for (const response of integration.responses) {
      const { statusCode, selectionPattern = "", place, responseParameters, parameterPlaces } = response;
      // Of several defaults all but one are never chosen.
      if (!status.test(statusCode) || (selectionPattern === "" && response !== firstDefault)) continue;
      const declared = methodResponses.find((one) => one.statusCode === statusCode);
      if (declared === undefined) {
        report(
          `The method declares no response ${statusCode}: the service answers 500, \`Output mapping refers to an invalid method ` +
            "response`. Declare it.",
          place,
        );
        continue;
      }
      const headers = new Set(declared.headers.map((name) => name.toLowerCase()));
      for (const target of Object.keys(responseParameters)) {
        const [, name] = /^method\.response\.header\.([^<>{}]+)$/.exec(target) ?? [];
        if (name === undefined || headers.has(name.toLowerCase())) continue;
        report(
          `Response ${statusCode} of the method does not declare the header \`${name}\`, which this integration response sets: the ` +
            "deployment fails with `Invalid mapping expression parameter specified`. Declare it.",
          parameterPlaces?.[target],
        );
      }
    }
  },
};
