import type { ProveReply } from "../requests/prove.js";
import type { RenderReply } from "../requests/render.js";

/** What a rendering gave, for an editor that can only show messages. */
export function renderMessage(reply: RenderReply): string {
  switch (reply.status) {
    case "rendered":
      return [reply.output, ...reply.problems.map(({ message }) => `Not JSON: ${message}`)].join("\n");
    case "failed":
      return `${reply.code}: ${reply.message}`;
    case "bad-event":
      return `The sample cannot be used: ${reply.message}`;
    case "refused":
      return `The service refuses the template: ${reply.diagnostics[0]?.message ?? ""}`;
    case "no-template":
      return "There is no template here.";
    default:
      return reply satisfies never;
  }
}

/** What a proof says, with the request that breaks the output. */
export function proofMessage(reply: ProveReply): string {
  switch (reply.status) {
    case "proved":
      return "The output is well formed for every request.";
    case "broken":
      return `This request breaks the output (${reply.reason}): ${JSON.stringify(reply.event)}`;
    case "undecided":
    case "not-applicable":
      return `Not proved: ${reply.reason}`;
    case "no-template":
      return "There is no template here.";
    default:
      return reply satisfies never;
  }
}
