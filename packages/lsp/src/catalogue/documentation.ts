import { contextKey, type Member } from "@apigw-vtl/compiler";
import { directives, otherDirectives } from "./directives.data.js";
import { membersOfClass } from "./java-members.js";
import type { javaMethods } from "./java-methods.data.js";
import { loopMembers, loopRootDocs, roots } from "./roots.data.js";

/**
 * What the catalogue says about a topic, in Markdown: `root/input`, `root/input/json`, `class/String/length`,
 * `context/identity.sourceIp`, `loop/count`, `loop-root/foreach`, `directive/if`.
 */
export function documentationOf(topic: string): string | undefined {
  const [kind, first = "", second] = topic.split("/");
  switch (kind) {
    case "root": {
      const root = roots.find(({ name }) => name === first);
      if (second === undefined) return root?.documentation;
      return memberText(root?.members.find(({ name }) => name === second));
    }
    case "class":
      return memberText(membersOfClass(first as keyof typeof javaMethods).find(({ name }) => name === second));
    case "context":
      return contextKey(first)?.documentation;
    case "loop":
      return memberText(loopMembers.find(({ name }) => name === first));
    case "loop-root":
      return loopRootDocs[first];
    case "directive":
      return directives.find(({ name }) => name === first)?.documentation ?? otherDirectives[first];
    default:
      return undefined;
  }
}

function memberText(member: Member | undefined): string | undefined {
  if (member === undefined) return undefined;
  const { signatures, documentation } = member;
  return `\`\`\`java\n${signatures.join("\n")}\n\`\`\`${documentation === "" ? "" : `\n\n${documentation}`}`;
}
