import type { DeclaredParameter, TemplateFacts } from "@apigw-vtl/definitions";
import { answerSchema } from "../services/answer-schema.js";
import type { ProverAssumptions } from "./assumptions.js";
import type { RequestFacts } from "./values/input-types.js";
import { asSchema, type Schema } from "./values/json-schema.js";

/** The use of a template of which nothing is known. */
const UNKNOWN = {};

/** What the host says of a template's requests, as far as the assumptions trust it. */
export function requestFacts(facts: TemplateFacts | undefined, assumptions: ProverAssumptions): RequestFacts {
  const isTrusted = assumptions.models === "trusted" && facts?.direction === "request";
  return {
    assumptions,
    direction: facts?.direction,
    isPublic: facts?.method?.isPublic === true,
    use: facts ?? UNKNOWN,
    statusCode: facts?.response?.statusCode,
    bodySchema: isTrusted ? declaredModel(facts) : answerSchema(facts),
    declaredParameters: isTrusted ? declaredParameters(facts) : [],
  };
}

/** Declared parameters, and those of the resource's path, which are always there. */
function declaredParameters({ method, path = "" }: TemplateFacts): readonly DeclaredParameter[] {
  const names = [...path.matchAll(/\{([\w.-]+)\+?\}/g)].map(([, name]) => name!);
  const declared = (method?.requestParameters ?? []).filter(({ location }) => location !== "path");
  return [...names.map((name) => ({ location: "path", name, required: true }) as const), ...declared];
}

/** The model of the content type that the template is for; it says nothing about others. */
function declaredModel({ method, contentType }: TemplateFacts): Schema {
  const models = method?.requestModels;
  if (models === undefined || contentType === undefined || !Object.hasOwn(models, contentType)) return undefined;
  return asSchema(models[contentType]);
}
