import { dirname, isAbsolute, join } from "node:path";
import type { ApiDefinition, TableDefinition } from "@apigw-vtl/definitions";
import type { Backend } from "../../integration/backend.js";
import type { AnswerRecorder } from "../../stub/answer-recorder.js";
import { functionNameOf, scriptedBackend } from "../../stub/scripted-backend.js";
import type { StubbedRequest } from "../../stub/stub-backend.js";
import type { StubRule } from "../../stub/stub-rule.js";
import { awsBackend } from "./aws-backend.js";
import { anyFile, type CodeReader } from "./code-reader.js";
import { type DynaliteBackend, dynaliteBackend } from "./dynalite-backend.js";
import type { TableItems } from "./dynamodb-tables.js";
import { type FoundHandler, findHandler, type HandlerFile } from "./find-handler.js";
import { httpBackend } from "./http-backend.js";
import { lambdaBackend } from "./lambda-backend.js";
import { localModules } from "./local-modules.js";
import { localStub } from "./local-stub.js";
import type { AwsCredentials } from "./sign-aws-request.js";

/** What answers for an API's integrations on this machine. */
export interface LocalBackendsOptions {
  /** The folder of the definition's file: functions' code is looked for from there. */
  readonly folder: string;
  /** Reads where functions' code may lie, for definitions of a stranger. Without one it may lie anywhere. */
  readonly reader?: CodeReader;
  readonly rules?: readonly StubRule[];
  /** Emulators, by service. */
  readonly endpoints?: ReadonlyMap<string, string>;
  /** Services of AWS that are really asked. */
  readonly allowed?: ReadonlySet<string>;
  readonly credentials?: AwsCredentials | undefined;
  /** Tables beside those of the definition; one of the same name counts instead. */
  readonly tables?: readonly TableDefinition[];
  readonly items?: TableItems;
  /** Functions' code where the definition does not say it, by name; paths are relative to the process's folder. */
  readonly modules?: ReadonlyMap<string, HandlerFile>;
  readonly onStub?: (stubbed: StubbedRequest) => void;
  readonly onOutput?: (functionName: string, text: string) => void;
  /** Told of a table that a request names and that the local database does not have. */
  readonly onMissingTable?: (name: string) => void;
  /** Notes what is answered, but for scripts and stubs. */
  readonly recorder?: AnswerRecorder | undefined;
  /** What these take the place of: a database with the same tables goes on, with what is in it. */
  readonly previous?: LocalBackends | undefined;
}

/** Backends in the order that they are asked: scripts, functions, emulators and AWS, the local DynamoDB, HTTP, stubs. */
export interface LocalBackends {
  readonly backends: readonly Backend[];
  /** The code of functions as it is now, for those who watch it; all absolute. */
  code(): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }>;
  /** Where the local DynamoDB listens; starts it. */
  dynamodb(): Promise<string>;
  /** Hands over the database if it was made of just this; it is then not ended with these. */
  takeDatabase(madeOf: string): DynaliteBackend | undefined;
  /** Ends threads and databases. */
  close(): Promise<void>;
}

/** Makes the backends; nothing is started or loaded before it is needed. */
export function localBackends(definition: ApiDefinition, options: LocalBackendsOptions): LocalBackends {
  const { endpoints = new Map(), allowed = new Set(), credentials, tables = [], onOutput, reader = anyFile } = options;
  const ownNames = new Set(tables.map(({ TableName }) => TableName));
  const allTables = [...definition.tables.filter(({ TableName }) => !ownNames.has(TableName)), ...tables];
  const madeOf = JSON.stringify([allTables, options.items]);
  const dynalite =
    options.previous?.takeDatabase(madeOf) ?? dynaliteBackend(allTables, options.items, options.onMissingTable);
  let ownsDatabase = true;
  const modules = new Map(
    [...(options.modules ?? [])].map(([name, { file, handler }]) => [
      name,
      { file: isAbsolute(file) ? file : join(process.cwd(), file), handler },
    ]),
  );
  const ownTables = allTables.length > 0 && !endpoints.has("dynamodb") && !allowed.has("dynamodb");
  const base = isAbsolute(options.folder) ? options.folder : join(process.cwd(), options.folder);
  const codeOf = async (name: string): Promise<FoundHandler> => {
    const module = modules.get(name);
    if (module !== undefined) return { kind: "file", ...module };
    const declared = Object.hasOwn(definition.functions, name) ? definition.functions[name] : undefined;
    return declared === undefined ? { kind: "none" } : findHandler(declared, base, reader);
  };
  const lambda = lambdaBackend({
    functions: definition.functions,
    codeOf,
    environment: async () => endpointVariables(endpoints, ownTables ? await dynalite.endpoint() : undefined),
    ...(onOutput !== undefined && { onOutput }),
  });
  return {
    backends: [
      scriptedBackend(options.rules ?? []),
      ...[lambda, awsBackend({ endpoints, allowed, credentials }), dynalite, httpBackend()].map(
        (backend: Backend) => options.recorder?.recording(backend) ?? backend,
      ),
      refusedCode(codeOf),
      localStub({ codeOf, onStub: options.onStub }),
    ],
    async code() {
      const names = new Set([...modules.keys(), ...Object.keys(definition.functions)]);
      const found = await Promise.all([...names].map(codeOf));
      const handlers = found.flatMap((code) => (code.kind === "file" ? code.file : []));
      return {
        // Of what the user names, whatever lies outside of the project is not looked into.
        files: [...new Set([...handlers, ...(await localModules(handlers, reader))])],
        folders: [...new Set(handlers.map((file) => dirname(file)))],
      };
    },
    dynamodb: () => dynalite.endpoint(),
    takeDatabase(wanted) {
      if (wanted !== madeOf || !ownsDatabase) return undefined;
      ownsDatabase = false;
      return dynalite;
    },
    async close() {
      await Promise.all([lambda.close(), ownsDatabase ? dynalite.close() : undefined]);
    },
  };
}

/** A function whose code may not be read has no answer, not even one of a stub: that would pass for its own. */
function refusedCode(codeOf: (name: string) => Promise<FoundHandler>): Backend {
  return {
    async send({ target }) {
      if (target.kind !== "lambda") return undefined;
      const code = await codeOf(functionNameOf(target.functionArn));
      return code.kind === "refused" ? { kind: "failure", message: code.reason } : undefined;
    },
  };
}

/** AWS SDKs look here for emulators, so that a function reads the tables that the API's other methods write. */
function endpointVariables(
  endpoints: ReadonlyMap<string, string>,
  dynamodb: string | undefined,
): Record<string, string> {
  const known = [...(dynamodb === undefined ? [] : [["dynamodb", dynamodb] as const]), ...endpoints];
  return Object.fromEntries(
    known.map(([service, url]) => [`AWS_ENDPOINT_URL_${service.toUpperCase().replace(/\W/g, "_")}`, url]),
  );
}
