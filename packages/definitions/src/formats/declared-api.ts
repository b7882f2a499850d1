import type { ApiDefinition } from "../api-definition.js";

/** What a document says about an API itself, without what stands beside it. */
export type DeclaredApi = Pick<
  ApiDefinition,
  "name" | "routes" | "authorizers" | "gatewayResponses" | "binaryMediaTypes" | "apiKeySource"
>;

/** Where an API is deployed. */
export type Stage = Pick<ApiDefinition, "stageName" | "stageVariables">;

/** What stands around an API in its files: where it is deployed, and what it works with. */
export type Surroundings = Stage & Pick<ApiDefinition, "functions" | "tables">;

/** An API of a file, not read before it is chosen. */
export interface ApiCandidate {
  /** What it is chosen by: its logical id. */
  readonly name: string;
  read(): DeclaredApi & Surroundings;
}

/** What files declare of an API, or of one that is declared elsewhere, as far as they tell. */
export interface InspectedApi extends Pick<DeclaredApi, "routes" | "gatewayResponses" | "binaryMediaTypes"> {
  /** What `DefinitionOptions` choose it by; absent of one that is declared elsewhere. */
  readonly logicalId?: string;
  /** The file that declares it, where its document stands in another. */
  readonly file?: string;
  readonly apiType: "REST" | "WEBSOCKET" | "HTTP";
  readonly stageVariables?: Readonly<Record<string, string>>;
}
