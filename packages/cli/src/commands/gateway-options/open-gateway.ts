import { createGateway, type Gateway } from "@apigw-vtl/runner";
import { InputReader } from "../../io/input-reader.js";
import type { Session } from "../../session.js";
import type { Problem } from "../../terminal/problem.js";
import type { GatewayFlags } from "./gateway-flags.js";
import { loadDefinition } from "./load-definition.js";
import { openBackends } from "./open-backends.js";
import { readAuthorizers } from "./read-authorizers.js";

/** A gateway with what answers for its integrations. */
export interface OpenGateway {
  /** Absent if there is an error among the problems. */
  readonly gateway?: Gateway;
  readonly problems: readonly Problem[];
  /** The files that it was made from. */
  readonly files: readonly string[];
  /** Ends functions and databases. */
  readonly close: () => Promise<void>;
}

/** Makes the API at a path ready for requests. Throws an `InputError` or a `UsageError`. */
export async function openGateway(path: string, flags: GatewayFlags, session: Session): Promise<OpenGateway> {
  const { definition, problems, files } = await loadDefinition(path, flags, session.io);
  if (definition === undefined) return { problems, files, close: async () => {} };
  const reader = new InputReader(session.io);
  const local = await openBackends(definition, path, flags, reader, session);
  const gateway = createGateway(definition, {
    backends: local.backends,
    authorizers: await readAuthorizers(definition, flags, reader),
    ...(flags.apiKey !== undefined && { apiKeys: flags.apiKey.map((value) => ({ id: value, value })) }),
    ...accountOf(flags),
  });
  return { gateway, problems, files, close: () => local.close() };
}

/** What the definition's ARNs are written for is what `$context` says too. */
function accountOf({ parameter = [] }: GatewayFlags): { region?: string; accountId?: string } {
  const given = (name: string): string | undefined =>
    parameter.findLast((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);
  const region = given("AWS::Region");
  const accountId = given("AWS::AccountId");
  return { ...(region !== undefined && { region }), ...(accountId !== undefined && { accountId }) };
}
