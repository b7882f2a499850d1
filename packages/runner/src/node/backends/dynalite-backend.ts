import type { TableDefinition } from "../../definition/api-definition.js";
import type { Backend } from "../../integration/backend.js";
import { DynaliteServer } from "./dynalite-server.js";
import { createTables, type TableItems } from "./dynamodb-tables.js";
import { sendOverHttp } from "./send-over-http.js";
import { LOCAL_CREDENTIALS, signAwsRequest } from "./sign-aws-request.js";

/** DynamoDB integrations against a database of this process, which starts with the first request. */
export interface DynaliteBackend extends Backend {
  /** Where the database listens; starts it. */
  endpoint(): Promise<string>;
  close(): Promise<void>;
}

/** `tables` are made and `items` put into them whenever the database starts. */
export function dynaliteBackend(tables: readonly TableDefinition[], items: TableItems = {}): DynaliteBackend {
  const server = new DynaliteServer((endpoint) => createTables(endpoint, tables, items));
  return {
    async send(request) {
      const { target } = request;
      if (target.kind !== "aws" || target.service !== "dynamodb") return undefined;
      const wire = signAwsRequest(request, LOCAL_CREDENTIALS, await server.endpoint());
      // It takes a request that breaks off for a defect of its own; it answers at once, so that nobody needs to wait.
      return wire && sendOverHttp(wire, new AbortController().signal);
    },
    endpoint: () => server.endpoint(),
    close: () => server.close(),
  };
}
