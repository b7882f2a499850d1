#!/usr/bin/env bash
# @redocly/cli 2.11.1, 2026-11-30, Node 20; openapi-format 1.33.6 beside it.
#
# Guess: `redocly bundle --remove-unused-components` takes a model for used if anything has a `$ref` to it, as openapi-format's filter
# `unusedComponents` does. Seen: only what stands where OpenAPI has a schema counts. A model that nothing but
# `x-amazon-apigateway-any-method` refers to, the method ANY of API Gateway, is removed; the reference to it stays, and the exit
# code is 0.
#
# Why it matters: ANY with a model and a template is common for proxies. The bundle refers to a model that is gone, and neither
# the linting nor the bundling says a word; the import into API Gateway is the first to look.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @redocly/cli@2.11.1 openapi-format@1.33.6
cat >api.yaml <<'YML'
openapi: 3.0.1
info: {title: orders, version: "1"}
paths:
  /orders:
    x-amazon-apigateway-any-method:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/AnyOrder"}}}}
      responses: {"200": {description: ok}}
      x-amazon-apigateway-integration: {type: mock}
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewOrder"}}}}
      responses: {"200": {description: ok}}
      x-amazon-apigateway-integration: {type: mock}
components:
  schemas:
    AnyOrder: {type: object}
    NewOrder: {type: object}
    Forgotten: {type: object}
YML
echo 'unusedComponents: [schemas]' >filter.yaml
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
npx redocly bundle --remove-unused-components api.yaml --output redocly.json >/dev/null 2>&1
npx openapi-format api.yaml --filterFile filter.yaml --output format.json >/dev/null 2>&1
for file in redocly.json format.json; do
  node -e '
const api = require(process.argv[1]);
const used = [...JSON.stringify(api).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
console.log(process.argv[1].slice(2), "has", Object.keys(api.components.schemas).join(", "), "and refers to", used.sort().join(", "));
' "./$file"
done | tee seen
cat >expected <<'OUT'
redocly.json has NewOrder and refers to AnyOrder, NewOrder
format.json has AnyOrder, NewOrder and refers to AnyOrder, NewOrder
OUT
diff expected seen
