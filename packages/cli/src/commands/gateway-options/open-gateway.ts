import { createGateway, type Gateway, type Locate } from "@apigw-vtl/runner";
import type { LocalBackends } from "@apigw-vtl/runner/node";
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
  /** Folders with code that it runs. */
  readonly folders: readonly string[];
  readonly backends?: LocalBackends;
  /** Lines and columns of places in the files. */
  readonly locate: Locate;
  /** Ends functions and databases. */
  readonly close: () => Promise<void>;
}

/**
 * Makes the API at a path ready for requests. `previous` is what it takes the place of, whose database goes on.
 * Throws an `InputError` or a `UsageError`.
 */
export async function openGateway(
  path: string,
  flags: GatewayFlags,
  session: Session,
  { reader = new InputReader(session.io), previous }: { reader?: InputReader; previous?: OpenGateway | undefined } = {},
): Promise<OpenGateway> {
  const { definition, problems, files, locate } = await loadDefinition(path, flags, session.io);
  if (definition === undefined) return { problems, files, locate, folders: [], close: async () => {} };
  const authorizers = await readAuthorizers(definition, flags, reader);
  // Last: whoever takes over the database has to be kept.
  const local = await openBackends(definition, path, flags, reader, session, previous?.backends);
  const gateway = createGateway(definition, {
    backends: local.backends,
    authorizers,
    ...(flags.apiKey !== undefined && { apiKeys: flags.apiKey.map((value) => ({ id: value, value })) }),
    ...accountOf(flags),
  });
  return {
    gateway,
    problems,
    files: [...files, ...reader.paths],
    locate,
    folders: local.codeFolders,
    backends: local,
    close: () => local.close(),
  };
}

/** What the definition's ARNs are written for is what `$context` says too. */
function accountOf({ parameter = [] }: GatewayFlags): { region?: string; accountId?: string } {
  const given = (name: string): string | undefined =>
    parameter.findLast((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);
  const region = given("AWS::Region");
  const accountId = given("AWS::AccountId");
  return { ...(region !== undefined && { region }), ...(accountId !== undefined && { accountId }) };
}
