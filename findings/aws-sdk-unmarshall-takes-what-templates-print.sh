#!/usr/bin/env bash
# @aws-sdk/util-dynamodb 3.996.9 beside dynalite 4.0.0, which answers as DynamoDB does, 2026-11-30, Node 20.
#
# A mapping template prints values of DynamoDB as text: {"BOOL": "$flag"}, {"N": "$input.params('count')"}. Guess: `unmarshall`
# reads what the database reads and refuses the rest. Seen: {"BOOL": "false"}, which the database stores as false, is true, since
# it is a text that is not empty. {"N": ""}, what a missing parameter prints, is 0, a text is NaN, and hexadecimal a number: the
# database refuses them. A NULL of false is null.
#
# Why it matters: this is the usual way to check in a test what a request template prints. A flag is tested as the opposite of what is
# stored, and a template that fails for every request without the parameter passes with 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @aws-sdk/util-dynamodb@3.996.9 @aws-sdk/client-dynamodb@3.1142.0 dynalite@4.0.0
cat >run.cjs <<'JS'
const { once } = require("node:events");
const { unmarshall } = require("@aws-sdk/util-dynamodb");
const dynalite = require("dynalite");
const authorization = "AWS4-HMAC-SHA256 Credential=a/20261130/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=s";
const headers = { "content-type": "application/x-amz-json-1.0", authorization, "x-amz-date": "20261130T000000Z" };
(async () => {
  const server = dynalite({ createTableMs: 0 });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const call = async (action, input) => {
    const init = { method: "POST", headers: { ...headers, "x-amz-target": `DynamoDB_20120810.${action}` }, body: JSON.stringify(input) };
    return (await fetch(`http://127.0.0.1:${server.address().port}`, init)).json();
  };
  await call("CreateTable", {
    TableName: "Orders",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
  });
  for (let active = false; !active; ) {
    active = (await call("DescribeTable", { TableName: "Orders" })).Table.TableStatus === "ACTIVE";
  }
  const id = { S: "1" };
  for (const value of [{ BOOL: "false" }, { N: "" }, { N: "few" }, { N: "0x10" }, { NULL: false }]) {
    const refused = (await call("PutItem", { TableName: "Orders", Item: { id, value } })).message;
    const stored = JSON.stringify((await call("GetItem", { TableName: "Orders", Key: { id } })).Item?.value);
    console.log(JSON.stringify(value), "is", unmarshall({ value }).value, "| database:", refused ?? stored);
  }
  server.close();
})();
JS
cat >expected <<'OUT'
{"BOOL":"false"} is true | database: {"BOOL":false}
{"N":""} is 0 | database: The parameter cannot be converted to a numeric value
{"N":"few"} is NaN | database: The parameter cannot be converted to a numeric value: few
{"N":"0x10"} is 16 | database: The parameter cannot be converted to a numeric value: 0x10
{"NULL":false} is null | database: One or more parameter values were invalid: Null attribute value types must have the value of true
OUT
node run.cjs | tee seen
diff expected seen
