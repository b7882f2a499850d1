import { firstLine } from "../../queries/first-line.js";
import { defineRule } from "../../rule.js";

/** What an integration response maps to has to be declared by the method. */
export const missingMethodResponse = defineRule({
  meta: {
    id: "missing-method-response",
    title: "A status or header that the method does not declare",
    level: "error",
    set: "recommended",
  },
  create(context) {
    const { facts } = context;
    const { response, method } = facts ?? {};
    if (facts?.direction !== "response" || !response?.statusCode || !method || method.responses.length === 0) return {};
    if (facts.integration?.proxy) return {};
    const { statusCode } = response;
    const declared = method.responses.find((one) => one.statusCode === statusCode);
    return {
      Template() {
        // `<name>`: the host fills it in.
        if (/[<>]/.test(statusCode) || method.responses.some((one) => /[<>]/.test(one.statusCode))) return;
        if (!declared) {
          context.report({
            range: firstLine(context.source),
            message:
              `The method declares no response ${statusCode}: the service answers 500, \`Output mapping refers to an invalid method ` +
              "response`. Declare it.",
          });
          return;
        }
        const headers = new Set(declared.headers.map((name) => name.toLowerCase()));
        for (const target of Object.keys(response.responseParameters)) {
          const name = /^method\.response\.header\.(.+)$/.exec(target)?.[1];
          if (name === undefined || headers.has(name.toLowerCase())) continue;
          context.report({
            range: firstLine(context.source),
            message:
              `Response ${statusCode} of the method does not declare the header \`${name}\`, which this integration response sets: the ` +
              "deployment fails with `Invalid mapping expression parameter specified`. Declare it.",
          });
        }
      },
    };
  },
});
