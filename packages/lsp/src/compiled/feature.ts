import { generatedCode, VtlSyntaxError } from "@apigw-vtl/compiler";
import type { TemplateView } from "../documents/template-view.js";
import { viewAt } from "../documents/view-at.js";
import { type CompiledReply, CompiledRequest } from "../requests/compiled.js";
import type { Feature } from "../server/feature.js";

/** Shows the JavaScript that a template is compiled to. */
export const compiledFeature: Feature = {
  capabilities: () => ({}),
  register: (connection, { documents }) => {
    connection.onRequest(CompiledRequest, async (place): Promise<CompiledReply> => {
      const view = await viewAt(documents, place);
      return view ? compiledReply(view) : { status: "no-template" };
    });
  },
};

export function compiledReply({ source, config }: TemplateView): CompiledReply {
  try {
    return { status: "compiled", code: generatedCode(source, { dialect: config.dialect }) };
  } catch (error) {
    if (error instanceof VtlSyntaxError) return { status: "refused", message: error.message };
    throw error;
  }
}
