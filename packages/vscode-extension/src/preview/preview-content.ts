import type { RenderReply } from "@apigw-vtl/lsp";
import { messageText } from "../client/message-text.js";
import type { Fact, PreviewContent } from "./protocol.js";

/** What a reply of the server looks like in the preview. */
export function contentOf(reply: RenderReply): PreviewContent {
  switch (reply.status) {
    case "rendered": {
      const { output, language, problems } = reply;
      return { kind: "output", output, language, problems, overrides: overridesOf(reply.overrides) };
    }
    case "failed":
      return {
        kind: "failure",
        heading: `The service would answer with an error (${reply.code})`,
        message: reply.message,
        hint: reply.hint,
        documentationUrl: reply.documentationUrl,
        placed: reply.range !== undefined,
      };
    case "refused": {
      const [first, ...others] = reply.diagnostics;
      return {
        kind: "failure",
        heading: "API Gateway would refuse this template",
        message: first === undefined ? "It cannot be read." : messageText(first.message),
        hint:
          others.length === 0
            ? undefined
            : others.length === 1
              ? "There is one more problem."
              : `There are ${others.length} more problems.`,
        documentationUrl: first?.codeDescription?.href,
        placed: first !== undefined,
      };
    }
    case "bad-event":
      return {
        kind: "failure",
        heading: "The sample cannot be read",
        message: reply.message,
        hint: "Open the sample and put it right, or choose another one.",
        documentationUrl: undefined,
        placed: false,
      };
    case "no-template":
      return { kind: "nothing", message: "There is no template here any more." };
  }
}

type Overrides = Extract<RenderReply, { status: "rendered" }>["overrides"];

/** `$context.requestOverride.header.X` as one row each. */
function overridesOf(overrides: Overrides): readonly Fact[] {
  return Object.entries(overrides).flatMap(([root, value]) => rowsOf(`$context.${root}`, value));
}

function rowsOf(path: string, value: unknown): readonly Fact[] {
  if (typeof value !== "object" || value === null) {
    return [{ name: path, value: typeof value === "string" ? value : JSON.stringify(value) }];
  }
  return Object.entries(value).flatMap(([key, member]) =>
    rowsOf(/^[A-Za-z]\w*$/.test(key) ? `${path}.${key}` : `${path}['${key}']`, member),
  );
}
