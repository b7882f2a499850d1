import type { TextRange } from "@apigw-vtl/definitions";

/** Where two JSON documents differ. */
export interface JsonDifference {
  /** `$.items[0].price`, by the indexes of the actual document, where it has the place. */
  readonly path: string;
  /** JSON text; absent: nothing is expected there. */
  readonly expected?: string;
  /** JSON text; absent: nothing is there. */
  readonly actual?: string;
  /** In the actual document; of what is missing the value around it. */
  readonly at: TextRange;
}
