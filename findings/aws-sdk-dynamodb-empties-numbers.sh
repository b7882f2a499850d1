#!/usr/bin/env bash
# @aws-sdk/client-dynamodb 3.1142.0 beside dynalite 4.0.0, which answers as DynamoDB does, 2026-11-30, Node 20.
#
# A request template of DynamoDB prints the input of PutItem; a test, or a function that does the same, gives that to the client.
# Guess: the client sends the JSON as it is, or refuses what it has no type for, so that the database's answer is the service's.
# Seen: it puts it into shape. A number where a text belongs, {"S": 2026}, is sent as an empty text, {"S": ""}, which is stored;
# {"N": 5} fails, as it should, but for an N that is empty; a text for BOOL is true, "false" too; a text for a set is the set of its
# letters.
#
# Why it matters: the missing quotes of {"S": $input.json('$.year')} are the usual mistake of such a template. API Gateway hands the
# text on and DynamoDB refuses it; by way of the client the same text stores an item, with an empty attribute, and the
# test passes unless it looks at that one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @aws-sdk/client-dynamodb@3.1142.0 dynalite@4.0.0
cat >run.cjs <<'JS'
const { once } = require("node:events");
const { DynamoDBClient, PutItemCommand } = require("@aws-sdk/client-dynamodb");
const dynalite = require("dynalite");
const authorization = "AWS4-HMAC-SHA256 Credential=a/20261130/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=s";
const headers = { "content-type": "application/x-amz-json-1.0", authorization, "x-amz-date": "20261130T000000Z" };
(async () => {
  const server = dynalite({ createTableMs: 0 });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const endpoint = `http://127.0.0.1:${server.address().port}`;
  const client = new DynamoDBClient({ endpoint, region: "eu-west-1", credentials: { accessKeyId: "a", secretAccessKey: "s" } });
  const call = async (action, text) => {
    const init = { method: "POST", headers: { ...headers, "x-amz-target": `DynamoDB_20120810.${action}` }, body: text };
    return (await fetch(endpoint, init)).json();
  };
  const TableName = "Orders";
  const key = { AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }], KeySchema: [{ AttributeName: "id", KeyType: "HASH" }] };
  await call("CreateTable", JSON.stringify({ TableName, ...key, BillingMode: "PAY_PER_REQUEST" }));
  for (let active = false; !active; ) {
    active = (await call("DescribeTable", JSON.stringify({ TableName }))).Table.TableStatus === "ACTIVE";
  }
  const id = '"id": { "S": "1" }';
  for (const rest of [
    `"Item": { ${id}, "year": { "S": 2026 } }`,
    `"Item": { ${id}, "count": { "N": 5 } }`,
    `"Item": { ${id}, "paid": { "BOOL": "false" } }`,
    `"Item": { ${id}, "tags": { "SS": "new" } }`,
  ]) {
    const printed = `{ "TableName": "Orders", ${rest} }`;
    const stored = async () => JSON.stringify((await call("GetItem", JSON.stringify({ TableName, Key: { id: { S: "1" } } }))).Item);
    const reason = ({ __type, message, Message }) => message ?? Message ?? __type;
    console.log(rest);
    console.log("  as it is:", reason(await call("PutItem", printed)) ?? (await stored()));
    const sent = await client.send(new PutItemCommand(JSON.parse(printed))).catch((error) => error);
    console.log("  by the client:", sent.message ?? (await stored()));
  }
  server.close();
  client.destroy();
})();
JS
cat >expected <<'OUT'
"Item": { "id": { "S": "1" }, "year": { "S": 2026 } }
  as it is: NUMBER_VALUE cannot be converted to String
  by the client: {"id":{"S":"1"},"year":{"S":""}}
"Item": { "id": { "S": "1" }, "count": { "N": 5 } }
  as it is: NUMBER_VALUE cannot be converted to String
  by the client: The parameter cannot be converted to a numeric value
"Item": { "id": { "S": "1" }, "paid": { "BOOL": "false" } }
  as it is: {"id":{"S":"1"},"paid":{"BOOL":false}}
  by the client: {"id":{"S":"1"},"paid":{"BOOL":true}}
"Item": { "id": { "S": "1" }, "tags": { "SS": "new" } }
  as it is: Unexpected field type
  by the client: {"id":{"S":"1"},"tags":{"SS":["n","e","w"]}}
OUT
node run.cjs 2>/dev/null | tee seen
diff expected seen
