import type { PreparedResponse } from "../../route/prepared-route.js";
import { templateFor } from "../../template/choose-template.js";
import type { PreparedTemplate } from "../../template/prepared-template.js";
import type { RoutedExchange } from "../exchange.js";

/** The response template for the accepted type, else that of `application/json`, else the first one. */
export function selectResponseTemplate(
  exchange: RoutedExchange,
  { templates }: PreparedResponse,
): PreparedTemplate | undefined {
  const { accept } = exchange.request;
  const matching = templateFor(templates, accept);
  const template = matching ?? templateFor(templates, "application/json") ?? templates[0];
  exchange.steps.add("response-template-selection", () => {
    const declared = templates.map(({ contentType }) => contentType).join(", ") || "none";
    return {
      explanation:
        template === undefined
          ? "The integration response has no templates: the client gets the body as it is."
          : matching === undefined
            ? `No response template is for ${accept}; the one for ${template.contentType} is taken.`
            : `The response template for ${accept} is taken.`,
      facts: { accept, templates: declared, template: template?.contentType ?? "passthrough" },
      ...(template?.place && { place: template.place }),
      ...(template && { template: template.text }),
    };
  });
  return template;
}
