import * as compiler from "@apigw-vtl/compiler";
import * as definitions from "@apigw-vtl/definitions";
import { prove, requestsFor, sampleEvent } from "@apigw-vtl/linter";
import { parseTree } from "jsonc-parser";
import { stringify } from "yaml";

/**
 * What the server has already, and its program `gateway.cjs` needs not have again; of large modules what it calls. The build reads
 * this: to the gateway these modules have what stands here and nothing else, so that it cannot be built if a name is missing.
 */
export const lent: Readonly<Record<string, object>> = {
  "@apigw-vtl/compiler": compiler,
  "@apigw-vtl/definitions": definitions,
  "@apigw-vtl/linter": { prove, requestsFor, sampleEvent },
  "jsonc-parser": { parseTree },
  yaml: { stringify },
};
