import type { IntegrationRule } from "../../rule.js";

const source = /^method\.request\.(?:multivalue)?(path|querystring|header)\.([^<>{}]+)$/;

/** A mapping can read only those parameters that the method declares. */
export const undeclaredParameter: IntegrationRule = {
  meta: {
    id: "undeclared-parameter",
    title: "A parameter mapping from a parameter that the method does not declare",
    level: "error",
    set: "recommended",
  },
  check({ apiType, route: { requestParameters: declared, declaresMore }, integration, report }) {
    if (apiType !== "REST" || declaresMore) return;
    const { requestParameters, parameterPlaces } = integration;
    for (const [target, text] of Object.entries(requestParameters)) {
      const [, location, name] = source.exec(text) ?? [];
      if (location === undefined || name === undefined) continue;
      const isSame = (other: string) =>
        location === "header" ? other.toLowerCase() === name.toLowerCase() : other === name;
      if (declared.some((one) => one.location === location && isSame(one.name))) continue;
      report(
        `The method declares no ${words[location]} \`${name}\`, from which \`${target}\` is mapped: the deployment fails with \`Invalid ` +
          "mapping expression parameter specified`. Declare it among the method's parameters.",
        parameterPlaces?.[target],
      );
    }
  },
};

const words: Readonly<Record<string, string>> = {
  path: "path parameter",
  querystring: "query parameter",
  header: "header",
};
