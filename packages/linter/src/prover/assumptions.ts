import type { TemplateFacts } from "@apigw-vtl/definitions";

/** What a request may be. Whatever is left out has its default. */
export interface ProverAssumptions {
  /**
   * `json`: any JSON document, or nothing; members may be missing or of any type; numbers fit a double. `any-text`: any
   * text. `base64`: bytes that the gateway has written in Base64. Default: by the content type that the template is
   * for, `json` where that does not tell.
   */
  readonly body: "json" | "any-text" | "base64";
  /**
   * Path, query string and header parameters, which may also be missing. `any-text`: any text; `word`: letters, digits,
   * `-`, `.`, `_` and `~`. Default: `any-text`. Names of headers are what HTTP admits, names of path parameters words.
   */
  readonly parameters: "any-text" | "word";
  /**
   * What `$context.authorizer` holds, claims included, but for those that only the issuer of a token writes (`sub`, `exp`
   * and their like). Names are words. Default: `any-text`.
   */
  readonly authorizer: "any-text" | "word";
  /** Whether bodies fit the declared models, and required parameters are there and not empty. Default: `trusted`. */
  readonly models: "trusted" | "ignored";
}

/** What can be chosen for each. */
export const assumptionValues: { readonly [Name in keyof ProverAssumptions]: readonly ProverAssumptions[Name][] } = {
  body: ["json", "any-text", "base64"],
  parameters: ["any-text", "word"],
  authorizer: ["any-text", "word"],
  models: ["trusted", "ignored"],
};

export const defaultAssumptions: ProverAssumptions = {
  body: "json",
  parameters: "any-text",
  authorizer: "any-text",
  models: "trusted",
};

/** The assumptions of a template: those that are given, else what its surroundings tell, else the defaults. */
export function assumptionsFor(
  facts: TemplateFacts | undefined,
  given: Partial<ProverAssumptions> = {},
): ProverAssumptions {
  return { ...defaultAssumptions, body: bodyOf(facts), ...given };
}

const JSON_TYPE = /\bjson\b/i;

/**
 * Requests are matched with the template of their content type. With CONVERT_TO_TEXT a payload of a binary type comes in
 * Base64 (AWS developer guide, "Content type conversions"); what an integration answers is of a binary type for sure
 * only if all types are.
 */
function bodyOf(facts: TemplateFacts | undefined): ProverAssumptions["body"] {
  const { direction, contentType = "", binaryMediaTypes = [], integration, response } = facts ?? {};
  const handling = direction === "response" ? response?.contentHandling : integration?.contentHandling;
  const isBinary =
    binaryMediaTypes.includes("*/*") || (direction === "request" && binaryMediaTypes.includes(contentType));
  if (isBinary && handling === "CONVERT_TO_TEXT") return "base64";
  const isMediaType = /^[\w.+-]+\/[\w.+-]+$/.test(contentType);
  return direction === "request" && isMediaType && !JSON_TYPE.test(contentType) ? "any-text" : defaultAssumptions.body;
}
