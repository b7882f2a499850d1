import type { HeaderList } from "./backend.js";

/** What an integration has answered, as the response side of the pipeline sees it. */
export interface IntegrationAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  /** What selection patterns are matched against. */
  readonly selectedBy: { readonly what: "status" | "errorMessage"; readonly text: string };
}
