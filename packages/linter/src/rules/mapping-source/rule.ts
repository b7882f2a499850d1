import { firstLine } from "../../queries/first-line.js";
import { speaksForIntegration } from "../../queries/once-per-integration.js";
import { defineRule } from "../../rule.js";

const common = "'[^']*'|stageVariables\\.\\S+|context\\.\\S+";

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
export const mappingSource = defineRule({
  meta: {
    id: "mapping-source",
    title: "A parameter mapping from something that is no source",
    level: "error",
    set: "recommended",
  },
  create(context) {
    const { facts } = context;
    if (!facts?.integration || !speaksForIntegration(facts)) return {};
    const { requestParameters, responses } = facts.integration;
    return {
      Template() {
        for (const [target, source] of Object.entries(requestParameters)) report(target, source, requestSource);
        for (const { responseParameters } of responses) {
          for (const [target, source] of Object.entries(responseParameters)) report(target, source, responseSource);
        }
      },
    };

    function report(target: string, source: string, valid: RegExp): void {
      // What the host fills in may be anything.
      if (valid.test(source) || /[<>{}]/.test(source)) return;
      context.report({
        range: firstLine(context.source),
        message:
          `The mapping of \`${target}\` is from \`${source}\`, which is no source: the deployment fails with \`Invalid mapping expression ` +
          `specified\`. ${insteadOf(source)}`,
      });
    }
  },
});

function insteadOf(source: string): string {
  if (/^\$(?:context|stageVariables)\./.test(source)) return `Write \`${source.slice(1)}\`, without the dollar sign.`;
  if (/^\$?(?:input|util)\b/.test(source)) return "Mappings are no templates: map a parameter or a part of the body.";
  return `A text needs single quotes of its own: \`'${source.replace(/^"|"$/g, "")}'\`.`;
}
