import type { TableDefinition } from "@apigw-vtl/definitions";
import type { Backend, BackendRequest } from "../../integration/backend.js";
import { wireRequestOf } from "../../integration/wire-request.js";
import { headerOf } from "../../request/headers.js";
import { textOf } from "../../template/body-text.js";
import { DynaliteServer } from "./dynalite-server.js";
import { createTables, type TableItems } from "./dynamodb-tables.js";
import { sendOverHttp } from "./send-over-http.js";
import { LOCAL_CREDENTIALS, signAwsRequest } from "./sign-aws-request.js";

const NO_RESOURCE = "#ResourceNotFoundException";

/**
 * What DynamoDB's data API has and dynalite 4.0.0 does not. It answers them as it does a name that DynamoDB does not have
 * either, which would pass for a fault of the integration; without it they get a stub, and a note that says so.
 */
const NOT_IN_DYNALITE: ReadonlySet<string> = new Set([
  "TransactGetItems",
  "TransactWriteItems",
  "ExecuteStatement",
  "BatchExecuteStatement",
  "ExecuteTransaction",
]);

/** DynamoDB integrations against a database of this process, which starts with the first request it can answer. */
export interface DynaliteBackend extends Backend {
  /** Where the database listens; starts it. */
  endpoint(): Promise<string>;
  close(): Promise<void>;
}

/**
 * `tables` are made and `items` put into them whenever the database starts. `onMissingTable` is told of each table that
 * a request names and that there is not, once.
 */
export function dynaliteBackend(
  tables: readonly TableDefinition[],
  items: TableItems = {},
  onMissingTable: (name: string) => void = () => {},
): DynaliteBackend {
  // There, or told of.
  const known = new Set(tables.map(({ TableName }) => TableName));
  const server = new DynaliteServer((endpoint) => createTables(endpoint, tables, items));
  return {
    standsFor: () => "the local DynamoDB",
    async send(request) {
      const { target } = request;
      if (target.kind !== "aws" || target.service !== "dynamodb") return undefined;
      if (NOT_IN_DYNALITE.has(actionOf(request))) return undefined;
      const wire = signAwsRequest(request, LOCAL_CREDENTIALS, await server.endpoint());
      // It takes a request that breaks off for a defect of its own; it answers at once, so that nobody needs to wait.
      const answer = wire && (await sendOverHttp(wire, new AbortController().signal));
      if (answer?.kind === "response" && answer.status === 400 && textOf(answer.body).includes(NO_RESOURCE)) {
        const name = tableNameIn(textOf(request.body));
        if (name !== undefined && !known.has(name)) onMissingTable(name);
        if (name !== undefined) known.add(name);
      }
      return answer;
    },
    endpoint: () => server.endpoint(),
    close: () => server.close(),
  };
}

/** By `action/…` in the URI, or by a header that the integration sets for `path/…`. */
const actionOf = (request: BackendRequest): string =>
  headerOf(wireRequestOf(request).headers, "x-amz-target")?.split(".")[1] ?? "";

function tableNameIn(body: string): string | undefined {
  return /"TableName"\s*:\s*"([\w.-]+)"/.exec(body)?.[1];
}
