import type { SelectedBy } from "../route/choose-response.js";
import type { HeaderList } from "./backend.js";

/** What an integration has answered, as the response side of the pipeline sees it. */
export interface IntegrationAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  readonly selectedBy: SelectedBy;
}
