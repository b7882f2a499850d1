import type { Place } from "@apigw-vtl/definitions";
import type { IntegrationRule } from "../../rule.js";

/** Quotes within a text need no escaping: `'default-src 'self''` deploys. */
const common = "'.*'|stageVariables\\.\\S+|context\\.\\S+";

/** What each direction may map from (AWS developer guide, "Parameter mapping"). */
const requestSource = new RegExp(
  `^(?:${common}|method\\.request\\.(?:path|querystring|multivaluequerystring|header|multivalueheader)\\.\\S+|method\\.request\\.body(?:[.[]\\S*)?)$`,
  "s",
);
const responseSource = new RegExp(
  `^(?:${common}|integration\\.response\\.(?:header|multivalueheader)\\.\\S+|integration\\.response\\.body(?:[.[]\\S*)?)$`,
  "s",
);

/** A mapping's source that is none: the deployment fails. */
export const mappingSource: IntegrationRule = {
  meta: {
    id: "mapping-source",
    title: "A parameter mapping from something that is no source",
    level: "error",
    set: "recommended",
  },
  check({ apiType, integration, report }) {
    if (apiType !== "REST") return;
    const { requestParameters, parameterPlaces, responses } = integration;
    checkAll(requestParameters, requestSource, parameterPlaces);
    for (const response of responses) checkAll(response.responseParameters, responseSource, response.parameterPlaces);

    function checkAll(
      mappings: Readonly<Record<string, string>>,
      valid: RegExp,
      places: Readonly<Record<string, Place>> | undefined,
    ): void {
      for (const [target, source] of Object.entries(mappings)) {
        // What the host fills in may be anything, and AWS's own tools write numbers (`MaxAge: 5`), which deploy.
        if (valid.test(source) || /[<>{}]|^\d+$/.test(source)) continue;
        report(
          `The mapping of \`${target}\` is from \`${source}\`, which is no source: the deployment fails with \`Invalid mapping expression ` +
            `specified\`. ${insteadOf(source)}`,
          places?.[target],
        );
      }
    }
  },
};

function insteadOf(source: string): string {
  if (/^\$(?:context|stageVariables)\./.test(source)) return `Write \`${source.slice(1)}\`, without the dollar sign.`;
  if (/^\$?(?:input|util)\b/.test(source)) return "Mappings are no templates: map a parameter or a part of the body.";
  return `A text needs single quotes of its own: \`'${source.replace(/^"|"$/g, "")}'\`.`;
}
