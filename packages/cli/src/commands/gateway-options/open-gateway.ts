import { createGateway, type Gateway } from "@apigw-vtl/runner";
import type { Io } from "../../io/io.js";
import type { Problem } from "../../terminal/problem.js";
import type { GatewayFlags } from "./gateway-flags.js";
import { loadDefinition } from "./load-definition.js";

/** A gateway with what answers for its integrations. */
export interface OpenGateway {
  /** Absent if there is an error among the problems. */
  readonly gateway?: Gateway;
  readonly problems: readonly Problem[];
  /** The files that it was made from. */
  readonly files: readonly string[];
}

/** Makes the API at a path ready for requests. Throws an `InputError` or a `UsageError`. */
export async function openGateway(path: string, flags: GatewayFlags, io: Io): Promise<OpenGateway> {
  const { definition, problems, files } = await loadDefinition(path, flags, io);
  return { problems, files, ...(definition === undefined ? {} : { gateway: createGateway(definition) }) };
}
