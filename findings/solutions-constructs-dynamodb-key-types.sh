#!/usr/bin/env bash
# @aws-solutions-constructs/aws-apigateway-dynamodb 2.101.0 with aws-cdk-lib 2.276.0; its requests answered by dynalite 4.0.0, which
# answers as DynamoDB does, 2026-11-30, Node 20.
#
# The construct takes the table's properties and writes the templates for GET and DELETE with the name of the partition key that is
# declared there. Guess: they fit the declared key. Seen: of the key it takes the name alone. A key of type N is asked for as
# {"S": …}, one that is called `name` stands in the expression as it is, where DynamoDB reserves the word, and DELETE leaves a
# declared sort key out. Each deploys without a word, and DynamoDB refuses the requests.
#
# Why it matters: numbers, `name`, `date` and `status` are usual keys. The templates are the construct's; what fails is the
# integration, which answers 200 with the error in the body, since only 500 is mapped to another status.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts aws-cdk-lib@2.276.0 constructs@10.8.1 dynalite@4.0.0 \
  @aws-solutions-constructs/aws-apigateway-dynamodb@2.101.0
cat >run.cjs <<'JS'
const { once } = require("node:events");
const { App, Stack } = require("aws-cdk-lib");
const { Template } = require("aws-cdk-lib/assertions");
const { ApiGatewayToDynamoDB } = require("@aws-solutions-constructs/aws-apigateway-dynamodb");
const dynalite = require("dynalite");
const authorization = "AWS4-HMAC-SHA256 Credential=a/20261130/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=s";
const headers = { "content-type": "application/x-amz-json-1.0", authorization, "x-amz-date": "20261130T000000Z" };
/** The construct's requests for a table, by HTTP method, with 7 as the path's parameter. */
function requests(TableName, dynamoTableProps) {
  const stack = new Stack(new App(), "Stack");
  new ApiGatewayToDynamoDB(stack, "Api", { allowReadOperation: true, allowDeleteOperation: true, dynamoTableProps });
  const methods = Object.values(Template.fromStack(stack).findResources("AWS::ApiGateway::Method"));
  return methods.map(({ Properties: { HttpMethod, Integration } }) => {
    const parts = Integration.RequestTemplates["application/json"]["Fn::Join"][1];
    const text = parts.map((part) => (typeof part === "string" ? part : TableName)).join("");
    return [HttpMethod, text.replace(/\$input\.params\('\w+'\)/g, "7")];
  });
}
const tables = { Text: [["id", "S"]], Number: [["id", "N"]], Reserved: [["name", "S"]], Sorted: [["id", "S"], ["line", "S"]] };
const sent = Object.entries(tables).map(([table, keys]) => {
  const [partitionKey, sortKey] = keys.map(([name, type]) => ({ name, type }));
  return [table, keys, requests(table, { partitionKey, ...(sortKey && { sortKey }) }).sort()];
});
(async () => {
  const server = dynalite({ createTableMs: 0 });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const call = async (action, body) => {
    const init = { method: "POST", headers: { ...headers, "x-amz-target": `DynamoDB_20120810.${action}` }, body };
    return (await fetch(`http://127.0.0.1:${server.address().port}`, init)).json();
  };
  for (const [TableName, keys, methods] of sent) {
    const AttributeDefinitions = keys.map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
    const KeySchema = keys.map(([AttributeName], i) => ({ AttributeName, KeyType: ["HASH", "RANGE"][i] }));
    await call("CreateTable", JSON.stringify({ TableName, AttributeDefinitions, KeySchema, BillingMode: "PAY_PER_REQUEST" }));
    while ((await call("DescribeTable", JSON.stringify({ TableName }))).Table.TableStatus !== "ACTIVE");
    for (const [method, body] of methods) {
      const answer = await call(method === "GET" ? "Query" : "DeleteItem", body);
      console.log(`${TableName} ${method}: ${answer.message ?? "done"}`);
    }
  }
  server.close();
})();
JS
cat >expected <<'OUT'
Text DELETE: done
Text GET: done
Number DELETE: The provided key element does not match the schema
Number GET: One or more parameter values were invalid: Condition parameter type does not match schema type
Reserved DELETE: done
Reserved GET: Invalid KeyConditionExpression: Attribute name is a reserved keyword; reserved keyword: name
Sorted DELETE: The provided key element does not match the schema
Sorted GET: done
OUT
node run.cjs 2>/dev/null | grep -v CONSTRUCTS | tee seen
diff expected seen
