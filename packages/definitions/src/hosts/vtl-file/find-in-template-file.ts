import type { FoundFacts } from "../../facts/template-facts.js";
import { decodeLiteral } from "../../map/decode-literal.js";
import type { Literal } from "../../map/literal.js";
import type { TemplateParts, TemplateSearch } from "../../template-search.js";

/** Adds the template that a whole file is. */
export function findInTemplateFile(
  search: TemplateSearch,
  { facts, address = "", use }: Pick<TemplateParts, "facts" | "use"> & Partial<Pick<TemplateParts, "address">>,
): void {
  const { source, interpolations } = search.context;
  const literal: Literal = { syntax: { kind: "plain-text" }, interpolations, start: 0, end: source.length };
  const pieces = decodeLiteral(source, literal) ?? [];
  search.addParts({ parts: [{ kind: "literal", literal, pieces }], address, facts, declaration: literal, use });
}

/** What a template file's name tells: `get-request.vtl`, `response_template.vm`. */
export function factsFromName(path: string): FoundFacts {
  const name = path.split("/").at(-1)!.toLowerCase();
  const direction = /response|output/.test(name) ? "response" : /request|input/.test(name) ? "request" : undefined;
  return { ...(direction !== undefined && { direction }), apiType: "REST", conditions: [] };
}
