import type { DeclaredApi } from "./declared-api.js";

/** What files declare of an API, or of one that is declared elsewhere, as far as they tell. */
export interface InspectedApi extends Pick<DeclaredApi, "routes" | "gatewayResponses" | "binaryMediaTypes"> {
  /** What `DefinitionOptions` choose it by; absent of one that is declared elsewhere. */
  readonly logicalId?: string;
  /** The file that declares it, where its document stands in another. */
  readonly file?: string;
  readonly apiType: "REST" | "WEBSOCKET" | "HTTP";
  readonly stageVariables?: Readonly<Record<string, string>>;
}
