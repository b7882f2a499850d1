import type { Integration, IntegrationResponse } from "@apigw-vtl/definitions";
import type { Backend, BackendResponse } from "@apigw-vtl/runner";
import { statusSelecting, stubBackend } from "@apigw-vtl/runner";

/** What answers for the integration: nothing is ever sent from the editor. */
export interface SampleAnswer {
  readonly backend: Backend;
  readonly notes: readonly string[];
}

/** Shows the request that the integration would get, in place of an answer. */
export function stubAnswer({ type }: Integration): SampleAnswer {
  const hintOf = () => "nothing is sent from the editor; vtl invoke and vtl serve send it";
  const note = "Nothing is sent from the editor: a stub answers, with the request that would have been sent.";
  return { backend: stubBackend({ hintOf }), notes: type === "MOCK" ? [] : [note] };
}

/** Answers with the body of a response template's sample, and the status that leads to the template. */
export function scriptedAnswer(integration: Integration, response: IntegrationResponse, text: string): SampleAnswer {
  const body = new TextEncoder().encode(text);
  if (integration.type === "MOCK") {
    const note =
      "A MOCK integration answers without a body, so that of the sample is not used: its request template says which response is taken.";
    return { backend: { send: async () => undefined }, notes: text === "" ? [] : [note] };
  }
  const status = statusSelecting(integration, response);
  const notes = ["Nothing is sent from the editor: the integration answers with the body of the sample."];
  if (status === undefined) {
    notes.push(`No status leads to the integration response ${response.statusCode}: one before it takes them all.`);
  }
  return {
    backend: {
      standsFor: () => "the sample",
      send: async ({ target }): Promise<BackendResponse> =>
        target.kind === "lambda"
          ? { kind: "function", payload: body, failed: hasErrorMessage(text) }
          : { kind: "response", status: status ?? 200, headers: [["Content-Type", contentTypeOf(text)]], body },
    },
    notes,
  };
}

/** What a function that has thrown answers. */
function hasErrorMessage(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "errorMessage" in value;
  } catch {
    return false;
  }
}

function contentTypeOf(text: string): string {
  if (/^\s*[[{]/.test(text)) return "application/json";
  return /^\s*</.test(text) ? "application/xml" : "text/plain";
}
