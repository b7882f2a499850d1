import type {
  ApiDefinition,
  FoundFacts,
  IntegrationResponse,
  MappingTemplate,
  Place,
  Route,
} from "@apigw-vtl/definitions";

/** A template as the finder sees it. */
export interface GivenTemplate extends Place {
  readonly facts: FoundFacts;
  /** Whether it stands in a host file, and not in a file of its own. */
  readonly embedded: boolean;
}

/** Where a definition has a template. */
export interface TemplateUse {
  readonly route: Route;
  readonly template: MappingTemplate;
  /** The integration response that has it; absent of a request template. */
  readonly response?: IntegrationResponse;
}

/** All places of a definition that a template stands at, or that refer to its file. */
export function usesOf(definition: ApiDefinition, given: GivenTemplate): readonly TemplateUse[] {
  const all = definition.routes.flatMap(usesIn);
  const here = all.filter(({ template: { place } }) => place !== undefined && overlaps(place, given));
  if (!given.embedded) return here;
  // In a document within a text, places are those of the document, and may be anything in the file.
  const meant = all.filter((use) => isMeant(use, given.facts));
  const both = here.filter((use) => meant.includes(use));
  if (both.length > 0) return both;
  // Of what depends on conditions one branch is read, and the template may stand in another.
  return meant.length > 0 && given.facts.conditions.length === 0 ? meant : here;
}

function usesIn(route: Route): TemplateUse[] {
  const { requestTemplates = [], responses = [] } = route.integration ?? {};
  return [
    ...requestTemplates.map((template) => ({ route, template })),
    ...responses.flatMap((response) => response.responseTemplates.map((template) => ({ route, template, response }))),
  ];
}

/** An empty template has no characters that others could have too. */
function overlaps(a: Place, b: Place): boolean {
  const start = Math.max(a.range.start, b.range.start);
  const end = Math.min(a.range.end, b.range.end);
  return a.file === b.file && (start < end || (start === end && b.range.start === b.range.end));
}

function isMeant({ route, template, response }: TemplateUse, facts: FoundFacts): boolean {
  return (
    route.path === facts.path &&
    route.httpMethod.toUpperCase() === facts.httpMethod?.toUpperCase() &&
    template.contentType === facts.contentType &&
    (response === undefined ? "request" : "response") === facts.direction &&
    response?.statusCode === facts.response?.statusCode &&
    (response?.selectionPattern || undefined) === (facts.response?.selectionPattern || undefined)
  );
}
