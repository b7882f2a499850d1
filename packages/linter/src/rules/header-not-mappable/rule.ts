import { firstLine } from "../../queries/first-line.js";
import { speaksForIntegration } from "../../queries/once-per-integration.js";
import { defineRule } from "../../rule.js";

const never = ["content-length", "transfer-encoding", "x-amzn-trace-id", "x-amzn-apigateway-api-id"];
const neverToServices = ["authorization", "connection", "expect", "proxy-authenticate", "te"];

/** Some headers cannot be set by a mapping. */
export const headerNotMappable = defineRule({
  meta: {
    id: "header-not-mappable",
    title: "A header that requestParameters cannot set",
    level: "error",
    set: "recommended",
  },
  create(context) {
    const { facts } = context;
    const integration = facts?.integration;
    if (!facts || !integration || !speaksForIntegration(facts)) return {};
    const toService = integration.type === "AWS" || integration.type === "AWS_PROXY";
    return {
      Template() {
        for (const target of Object.keys(integration.requestParameters)) {
          const name = /^integration\.request\.header\.(.+)$/.exec(target)?.[1];
          if (name === undefined) continue;
          const refused = [...never, ...(toService ? neverToServices : [])].includes(name.toLowerCase());
          if (!refused) continue;
          context.report({
            range: firstLine(context.source),
            message:
              `The mapping sets the header \`${name}\`, which ${toService ? "an AWS" : "the"} integration sets itself: the service ` +
              "answers 500 to every request. Remove it from requestParameters.",
          });
        }
      },
    };
  },
});
