import { contextKey } from "@apigw-vtl/compiler";
import { isContextKey, isOfApi, nearestContextKey } from "../../queries/context-keys.js";
import { isLogMember, setsMember } from "../../queries/context-members.js";
import { membersOf } from "../../queries/member-names.js";
import { defineRule } from "../../rule.js";

const APIS = { REST: "REST", WEBSOCKET: "WebSocket" } as const;

/** A misspelt member of `$context` prints nothing. */
export const unknownContextMember = defineRule({
  meta: {
    id: "unknown-context-member",
    title: "A member that `$context` does not have, or not in this kind of API",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { facts, dialect, analysis } = context;
    if (dialect !== "apigateway" || facts?.apiType === "HTTP") return {};
    return {
      Reference(node) {
        if (node.name !== "context" || analysis.scopes.definitions.has("context")) return;
        const steps = membersOf(node);
        const names = steps.map(({ name }) => name);
        const unknown = names.findIndex((_, i) => !isContextKey(names.slice(0, i + 1)));
        const path = unknown < 0 ? names : names.slice(0, unknown + 1);
        if (path.length === 0 || isLogMember(path) || setsMember(analysis, path)) return;
        // What follows a text is another rule's.
        if (unknown > 0 && contextKey(names.slice(0, unknown).join("."))?.type !== "Map") return;
        const range = { start: steps[0]!.nameRange.start, end: steps[path.length - 1]!.range.end };
        const written = `\`$context.${path.join(".")}\``;
        if (unknown < 0) {
          const key = contextKey(path.join("."));
          if (key === undefined || key.apis === "all" || isOfApi(key, facts?.apiType)) return;
          context.report({
            range,
            message: `${written} exists in ${APIS[key.apis]} APIs only; here it is the empty string.`,
          });
          return;
        }
        const near = nearestContextKey(path);
        context.report({
          range,
          message: `${written} does not exist and is the empty string. ${near ? `\`$context.${near}\` does.` : "Remove it."}`,
          ...(near && { fix: [{ range, text: near }] }),
        });
      },
    };
  },
});
