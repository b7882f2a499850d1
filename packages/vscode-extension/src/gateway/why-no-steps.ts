import { isProgram } from "@apigw-vtl/definitions";
import type { TemplateView } from "@apigw-vtl/lsp";

/** Why there is no way through a gateway to show, and what to do about it. */
export interface WhyNoSteps {
  readonly reason: string;
  readonly hint?: string;
}

type Seen = Pick<TemplateView, "facts" | "uri"> & {
  readonly template: Pick<TemplateView["template"], "use" | "referredFrom">;
};

/** Why a template cannot be run as part of its API, as far as files tell; `undefined` if it may be. */
export function whyNoSteps({ facts, uri, template }: Seen): WhyNoSteps | undefined {
  if (facts.gatewayResponse !== undefined) {
    return {
      reason: `This is the template of the gateway response ${facts.gatewayResponse.responseType}, which no method runs.`,
      hint: "See it at the end of the steps of a method's template whose request fails in this way.",
    };
  }
  if (facts.apiType !== undefined && facts.apiType !== "REST") {
    return {
      reason: `This is a template of a ${facts.apiType} API. Only requests to REST APIs can be followed here.`,
    };
  }
  if (isProgram(template.referredFrom ?? uri)) {
    return {
      reason: "A program has to be run to know the API that it declares, and the preview runs none.",
      hint: "Synthesize it (cdk synth) and open the template in the file that comes of it, below cdk.out.",
    };
  }
  if (template.use === undefined) {
    return {
      reason:
        "No API definition of this workspace has this template, as far as it can be read: it is not known which method it is for.",
      hint: "Name its file in one: file() or templatefile() in Terraform, ${file(…)} in serverless.yml, $ref in OpenAPI. Its warnings say so if one cannot be read.",
    };
  }
  return undefined;
}
