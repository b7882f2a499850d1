import type { Block, Reference, SetDirective } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { nameOf } from "./member-names.js";

/**
 * The content type that a response is sent with where something else than its template's key says so: a static mapping
 * of the header, or an override that the template sets on every way. Without parameters, in lower case.
 */
function sentContentType(body: Block, facts: TemplateFacts | undefined): string | undefined {
  if (facts?.direction !== "response") return undefined;
  const overridden = body.statements.flatMap((statement) =>
    statement.type === "Set" ? contentTypeSetBy(statement) : [],
  );
  return mediaType(overridden.at(-1) ?? mappedContentType(facts));
}

/** Whether a response is surely sent as something else than JSON. */
export function isSentAsOther(body: Block, facts: TemplateFacts | undefined): boolean {
  const type = sentContentType(body, facts);
  return type !== undefined && !/\bjson\b/.test(type);
}

function mappedContentType({ response }: TemplateFacts): string | undefined {
  for (const [target, source] of Object.entries(response?.responseParameters ?? {})) {
    if (target.toLowerCase() === "method.response.header.content-type") return /^'([^']*)'$/.exec(source)?.[1];
  }
  return undefined;
}

function contentTypeSetBy({ target, value }: SetDirective): readonly string[] {
  const isContentType = target.type === "Reference" && overriddenHeader(target)?.toLowerCase() === "content-type";
  return isContentType && value.type === "StringLiteral" && !value.template ? [value.value] : [];
}

/** `Content-Type` of `$context.responseOverride.header['Content-Type']`. */
function overriddenHeader({ name, steps }: Reference): string | undefined {
  const [override, header, last, ...rest] = steps.map(nameOf);
  return name === "context" && override === "responseOverride" && header === "header" && rest.length === 0
    ? last
    : undefined;
}

/** `undefined` for what is no media type, such as one that the host fills in. */
function mediaType(text: string | undefined): string | undefined {
  return /^\s*([\w.+-]+\/[\w.+-]+)\s*(?:;|$)/.exec(text ?? "")?.[1]?.toLowerCase();
}
