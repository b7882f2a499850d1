import { ProjectReader } from "@apigw-vtl/definitions/files";
import { type AnswerRecorder, createGateway, type Gateway, type Locate } from "@apigw-vtl/runner";
import type { LocalBackends } from "@apigw-vtl/runner/node";
import { configuredScope } from "../../configuration/configured-scope.js";
import { InputReader } from "../../io/input-reader.js";
import type { Session } from "../../session.js";
import type { Problem } from "../../terminal/problem.js";
import type { GatewayPlan } from "./gateway-plan.js";
import { loadDefinition } from "./load-definition.js";
import { openBackends } from "./open-backends.js";
import { STDIN } from "./read-api-files.js";
import { readAuthorizers } from "./read-authorizers.js";

/** What a module may import; whatever else is in its folder, such as a log that is written there, is not code. */
const CODE = /\.(?:[cm]?js|json)$/;

/** The files whose change makes another gateway. */
export interface GatewaySources {
  readonly files: readonly string[];
  /** Files that could not be read, and would be if they were there. */
  readonly missing: readonly string[];
  /** Folders in which files count that may be new, by their names. */
  readonly folders: readonly { readonly path: string; readonly names: RegExp }[];
}

/** A gateway with what answers for its integrations. */
export interface OpenGateway {
  /** Absent if there is an error among the problems. */
  readonly gateway?: Gateway;
  readonly problems: readonly Problem[];
  /** What it was made from, and what it runs; looked up when it is asked for. */
  readonly sources: () => Promise<GatewaySources>;
  readonly backends?: LocalBackends;
  /** Lines and columns of places in the files. */
  readonly locate: Locate;
  /** Ends functions and databases. */
  readonly close: () => Promise<void>;
}

interface OpenOptions {
  readonly reader?: InputReader;
  readonly previous?: OpenGateway | undefined;
  readonly recorder?: AnswerRecorder | undefined;
}

/**
 * Makes the API at a path ready for requests. `previous` is what it takes the place of, whose database goes on.
 * Throws an `InputError`.
 */
export async function openGateway(
  path: string,
  plan: GatewayPlan,
  session: Session,
  { reader = new InputReader(session.io), previous, recorder }: OpenOptions = {},
): Promise<OpenGateway> {
  const scope = await configuredScope(path === "-" ? [] : [path], session);
  const project = new ProjectReader(session.io.fileAccess, scope);
  const loaded = await loadDefinition(path, plan, reader, project, session);
  const { definition, problems, files: read, missing, locate } = loaded;
  // Nothing that comes from stdin changes.
  const files = path === "-" ? read.filter((file) => !file.startsWith(STDIN)) : read;
  if (definition === undefined) {
    return { problems, sources: async () => ({ files, missing, folders: [] }), locate, close: async () => {} };
  }
  const authorizers = await readAuthorizers(definition, plan, reader);
  // Last: whoever takes over the database has to be kept.
  const around = { previous: previous?.backends, recorder, reader: project };
  const local = await openBackends(definition, path, plan, reader, session, around);
  const gateway = createGateway(definition, {
    backends: local.backends,
    authorizers,
    ...(plan.apiKeys && { apiKeys: plan.apiKeys.map((value) => ({ id: value, value })) }),
    ...accountOf(plan),
  });
  return {
    gateway,
    problems,
    sources: async () => {
      const code = await local.code();
      return {
        files: [...files, ...reader.paths, ...code.files],
        missing,
        folders: [...code.folders.map((folder) => ({ path: folder, names: CODE })), ...moduleFolder(path, files)],
      };
    },
    locate,
    backends: local,
    close: () => local.close(),
  };
}

/** A folder with a Terraform module may get more files. */
function moduleFolder(path: string, files: readonly string[]): GatewaySources["folders"] {
  return path === "-" || files.includes(path) ? [] : [{ path, names: /\.tf$/ }];
}

/** What the definition's ARNs are written for is what `$context` says too. */
function accountOf({ parameters }: GatewayPlan): { region?: string; accountId?: string } {
  const { "AWS::Region": region, "AWS::AccountId": accountId } = parameters;
  return { ...(region !== undefined && { region }), ...(accountId !== undefined && { accountId }) };
}
