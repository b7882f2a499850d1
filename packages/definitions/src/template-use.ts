import type {
  ApiDefinition,
  Integration,
  IntegrationResponse,
  MappingTemplate,
  Place,
  Route,
} from "./api-definition.js";
import type { FoundTemplate } from "./found-template.js";

/** Where a template belongs in its API, in words that hold however the API is read. */
export interface TemplateUse {
  /** The file that declares the API; of a Terraform module one of its files. */
  readonly definition: string;
  /** As `DefinitionOptions` choose it; absent of an API that is declared elsewhere. */
  readonly api?: string;
  /** `POST /orders`, or the key of a WebSocket route. */
  readonly route: string;
  readonly direction: "request" | "response";
  readonly integration?: Place;
  /** The integration response that has it. */
  readonly response?: Place;
}

/** An integration, whether or not its type is known. */
export type AnyIntegration = Omit<Integration, "type"> & Partial<Pick<Integration, "type">>;

/** A template of the model, with what of the model it belongs to. */
export interface UsedTemplate {
  readonly route: Route;
  readonly integration: AnyIntegration;
  /** Absent of a request template. */
  readonly response?: IntegrationResponse;
  readonly template: MappingTemplate;
}

/** The templates of a route, those of the request first. */
export function templatesOf(route: Route): UsedTemplate[] {
  const integration = route.integration ?? route.unknownIntegration;
  if (integration === undefined) return [];
  return [
    ...integration.requestTemplates.map((template) => ({ route, integration, template })),
    ...integration.responses.flatMap((response) =>
      response.responseTemplates.map((template) => ({ route, integration, response, template })),
    ),
  ];
}

/** What a template is found as. */
export function useOf(
  { route, integration, response }: UsedTemplate,
  { definition, api }: { readonly definition: string; readonly api?: string | undefined },
): TemplateUse {
  return {
    definition,
    ...(api !== undefined && { api }),
    route: route.routeKey ?? `${route.httpMethod} ${route.path}`,
    direction: response === undefined ? "request" : "response",
    ...(integration.place !== undefined && { integration: integration.place }),
    ...(response?.place !== undefined && { response: response.place }),
  };
}

/**
 * The templates of an API that stand where a template was found: first that of the route and the response that it was
 * found for, then others that share it.
 */
export function usesOf(
  { routes }: Pick<ApiDefinition, "routes">,
  { file, declaration, use }: Pick<FoundTemplate, "file" | "declaration" | "use">,
): readonly UsedTemplate[] {
  const found: Place = { file, range: declaration };
  const here = routes.flatMap(templatesOf).filter(({ template }) => isSame(template.place, found));
  const isMeant = (used: UsedTemplate): boolean => {
    const { route, response } = useOf(used, { definition: "" });
    return route === use?.route && isSame(response, use.response);
  };
  return [...here.filter(isMeant), ...here.filter((used) => !isMeant(used))];
}

function isSame(one: Place | undefined, other: Place | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.file === other.file && one.range.start === other.range.start && one.range.end === other.range.end;
}
