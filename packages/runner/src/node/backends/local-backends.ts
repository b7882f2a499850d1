import { isAbsolute, join } from "node:path";
import type { ApiDefinition, TableDefinition } from "../../definition/api-definition.js";
import type { Backend } from "../../integration/backend.js";
import { scriptedBackend } from "../../stub/scripted-backend.js";
import type { StubRule } from "../../stub/stub-rule.js";
import { awsBackend } from "./aws-backend.js";
import { dynaliteBackend } from "./dynalite-backend.js";
import type { TableItems } from "./dynamodb-tables.js";
import type { HandlerFile } from "./find-handler.js";
import { httpBackend } from "./http-backend.js";
import { lambdaBackend } from "./lambda-backend.js";
import type { AwsCredentials } from "./sign-aws-request.js";
import { type StubbedRequest, stubBackend } from "./stub-answer.js";

/** What answers for an API's integrations on this machine. */
export interface LocalBackendsOptions {
  /** The folder of the definition's file: functions' code is looked for from there. */
  readonly folder: string;
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
}

/** Backends in the order that they are asked: scripts, functions, emulators and AWS, the local DynamoDB, HTTP, stubs. */
export interface LocalBackends {
  readonly backends: readonly Backend[];
  /** Where the local DynamoDB listens; starts it. */
  dynamodb(): Promise<string>;
  /** Ends threads and databases. */
  close(): Promise<void>;
}

/** Makes the backends; nothing is started or loaded before it is needed. */
export function localBackends(definition: ApiDefinition, options: LocalBackendsOptions): LocalBackends {
  const { endpoints = new Map(), allowed = new Set(), credentials, tables = [], onOutput } = options;
  const ownNames = new Set(tables.map(({ TableName }) => TableName));
  const allTables = [...definition.tables.filter(({ TableName }) => !ownNames.has(TableName)), ...tables];
  const dynalite = dynaliteBackend(allTables, options.items);
  const modules = new Map(
    [...(options.modules ?? [])].map(([name, { file, handler }]) => [
      name,
      { file: isAbsolute(file) ? file : join(process.cwd(), file), handler },
    ]),
  );
  const ownTables = allTables.length > 0 && !endpoints.has("dynamodb") && !allowed.has("dynamodb");
  const lambda = lambdaBackend({
    functions: definition.functions,
    base: isAbsolute(options.folder) ? options.folder : join(process.cwd(), options.folder),
    modules,
    environment: async () => endpointVariables(endpoints, ownTables ? await dynalite.endpoint() : undefined),
    ...(onOutput !== undefined && { onOutput }),
  });
  return {
    backends: [
      scriptedBackend(options.rules ?? []),
      lambda,
      awsBackend({ endpoints, allowed, credentials }),
      dynalite,
      httpBackend(),
      stubBackend(options.onStub),
    ],
    dynamodb: () => dynalite.endpoint(),
    async close() {
      await Promise.all([lambda.close(), dynalite.close()]);
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
