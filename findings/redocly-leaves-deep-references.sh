#!/usr/bin/env bash
# @redocly/cli 2.11.1, 2026-11-30, Node 20.
#
# A file of an API's definition names a template by `$ref: ../put.vtl` under requestTemplates. Guess: `redocly bundle`, which puts
# the text of any file in the place of a `$ref`, does so here, or reports the reference. Seen: in an extension it goes one key
# deep. `x-amazon-apigateway-integration: {$ref: …}` and `responses: {$ref: …}` within it are replaced; requestTemplates holds its
# texts one key further down, and there the `$ref` stays, with a path that was right for the file it came from and is wrong
# for the bundle. The exit code is 0, and no warning is printed.
#
# Why it matters: integrations in files of their own bundle well, and so does everything in them but the mapping templates. The
# import then gets an object where a template's text belongs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @redocly/cli@2.11.1
mkdir api
cat >api/openapi.yaml <<'YML'
openapi: 3.0.1
info: {title: orders, version: "1"}
paths:
  /orders: {$ref: paths/orders.yaml}
YML
mkdir api/paths
cat >api/paths/orders.yaml <<'YML'
put:
  responses: {"200": {description: ok}}
  x-amazon-apigateway-integration:
    type: mock
    requestTemplates:
      application/json: {$ref: ../put.vtl}
    responses: {$ref: ../responses.yaml}
  x-template: {$ref: ../put.vtl}
YML
echo '{"statusCode": 200}' >api/put.vtl
echo 'default: {statusCode: "200"}' >api/responses.yaml
npx redocly bundle api/openapi.yaml --output bundle.json >output 2>&1
node -e '
const { put } = require("./bundle.json").paths["/orders"];
console.log(JSON.stringify(put["x-amazon-apigateway-integration"]));
console.log(JSON.stringify(put["x-template"]));
' | tee seen
cat >expected <<'OUT'
{"type":"mock","requestTemplates":{"application/json":{"$ref":"../put.vtl"}},"responses":{"default":{"statusCode":"200"}}}
"{\"statusCode\": 200}\n"
OUT
diff expected seen
