#!/usr/bin/env bash
# openapi-merge-cli 2.0.2 (openapi-merge 2.0.2), 2026-11-30, Node 20.
#
# Two definitions are merged that each have a model of the same name, with a `dispute` prefix for the second. Guess: every `$ref` of
# the second to its model is renamed with it, or stays and leads nowhere, which a validator would find. Seen: those in the methods
# that OpenAPI knows are renamed. In `x-amazon-apigateway-any-method`, the method ANY of API Gateway, which has the same
# body and parameters, the old name stays, and after the merge that is the first definition's model.
#
# Why it matters: the merged definition is valid and imports. POST is held to its own model and ANY beside it to another API's: right
# requests get 400 before any template runs, and the template gets bodies of a shape that it was not written for.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts openapi-merge-cli@2.0.2
for name in orders users; do
  cat >"$name.yaml" <<YML
openapi: 3.0.1
info: {title: $name, version: "1"}
paths:
  /$name:
    post:
      requestBody: {content: {application/json: {schema: {\$ref: "#/components/schemas/Item"}}}}
      responses: {"200": {description: ok}}
      x-amazon-apigateway-request-validator: body
      x-amazon-apigateway-integration: {type: mock}
    x-amazon-apigateway-any-method:
      requestBody: {content: {application/json: {schema: {\$ref: "#/components/schemas/Item"}}}}
      responses: {"200": {description: ok}}
      x-amazon-apigateway-request-validator: body
      x-amazon-apigateway-integration: {type: mock}
components: {schemas: {Item: {type: object, required: [${name}Id]}}}
YML
done
cat >openapi-merge.json <<'JSON'
{
  "inputs": [{ "inputFile": "orders.yaml" }, { "inputFile": "users.yaml", "dispute": { "prefix": "Users" } }],
  "output": "merged.json"
}
JSON
npx openapi-merge-cli >/dev/null
node -e '
const { paths, components } = require("./merged.json");
for (const [path, methods] of Object.entries(paths)) {
  for (const [method, { requestBody }] of Object.entries(methods)) {
    const name = requestBody.content["application/json"].schema.$ref.split("/").at(-1);
    console.log(path, method, "takes", name, "with", components.schemas[name].required[0]);
  }
}' | tee seen
cat >expected <<'OUT'
/orders post takes Item with ordersId
/orders x-amazon-apigateway-any-method takes Item with ordersId
/users post takes UsersItem with usersId
/users x-amazon-apigateway-any-method takes Item with ordersId
OUT
diff expected seen
