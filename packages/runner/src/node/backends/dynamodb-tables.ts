import { setTimeout as delay } from "node:timers/promises";
import type { TableDefinition } from "@apigw-vtl/definitions";
import { sign } from "aws4";
import { sendOverHttp } from "./send-over-http.js";
import { LOCAL_CREDENTIALS } from "./sign-aws-request.js";

/** Items as DynamoDB writes them (`{"id": {"S": "1"}}`), by table. */
export type TableItems = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const MOST_TRIES = 500;
const TRY_MS = 10;

/** Makes the tables and puts their items. Throws an `Error` with DynamoDB's own words where it refuses. */
export async function createTables(
  endpoint: string,
  tables: readonly TableDefinition[],
  items: TableItems,
): Promise<void> {
  for (const table of tables) {
    await callDynamoDb(endpoint, "CreateTable", { ...pruned(table), BillingMode: "PAY_PER_REQUEST" });
  }
  for (const { TableName } of tables) await untilActive(endpoint, TableName);
  for (const [TableName, list] of Object.entries(items)) {
    for (const Item of list) await callDynamoDb(endpoint, "PutItem", { TableName, Item });
  }
}

/** A table that has just been made refuses items for a moment. */
async function untilActive(endpoint: string, TableName: string): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const description = await callDynamoDb(endpoint, "DescribeTable", { TableName });
    if (JSON.stringify(description).includes('"TableStatus":"ACTIVE"')) return;
    await delay(TRY_MS);
  }
}

/**
 * What of a table matters here: capacities belong to a deployment, and DynamoDB takes the definitions of those
 * attributes only that are keys, where users of CloudFormation write others too.
 */
function pruned(table: TableDefinition): Record<string, unknown> {
  const keys = JSON.stringify([table.KeySchema, table.GlobalSecondaryIndexes, table.LocalSecondaryIndexes]);
  const used = new Set([...keys.matchAll(/"AttributeName":("(?:[^"\\]|\\.)*")/g)].map((match) => match[1]));
  return {
    TableName: table.TableName,
    KeySchema: table.KeySchema,
    AttributeDefinitions: table.AttributeDefinitions.filter(({ AttributeName }) =>
      used.has(JSON.stringify(AttributeName)),
    ),
    ...withoutCapacity("GlobalSecondaryIndexes", table.GlobalSecondaryIndexes),
    ...withoutCapacity("LocalSecondaryIndexes", table.LocalSecondaryIndexes),
  };
}

function withoutCapacity(key: string, indexes: readonly unknown[] | undefined): Record<string, unknown> {
  if (indexes === undefined || indexes.length === 0) return {};
  const pruned = indexes.map((index) =>
    typeof index === "object" && index !== null ? { ...index, ProvisionedThroughput: undefined } : index,
  );
  return { [key]: pruned };
}

/** Calls one action of DynamoDB; gives its JSON answer. */
export async function callDynamoDb(endpoint: string, action: string, input: unknown): Promise<unknown> {
  const url = new URL(endpoint);
  const body = JSON.stringify(input);
  const { headers } = sign(
    {
      service: "dynamodb",
      region: "us-east-1",
      method: "POST",
      host: url.host,
      path: "/",
      headers: { "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": `DynamoDB_20120810.${action}` },
      body,
    },
    LOCAL_CREDENTIALS,
  );
  const list = Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)] as const);
  const wire = { method: "POST", url: `${url.origin}/`, headers: list, body: new TextEncoder().encode(body) };
  const answer = await sendOverHttp(wire, new AbortController().signal);
  if (answer.kind !== "response") throw new Error(`${action} got no answer from ${endpoint}`);
  const text = new TextDecoder().decode(answer.body);
  if (answer.status !== 200) throw new Error(`DynamoDB refuses ${action}: ${text}`);
  return JSON.parse(text);
}
