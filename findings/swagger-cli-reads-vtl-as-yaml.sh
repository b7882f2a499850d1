#!/usr/bin/env bash
# @apidevtools/swagger-cli 4.0.4 (@apidevtools/json-schema-ref-parser), 2026-11-30, Node 20.
#
# A template is kept in a file of its own and named by `$ref: ./put.vtl` under requestTemplates. Guess: `swagger-cli bundle`
# either puts the file's text there or says that it cannot read such a file. Seen: no parser of it claims the extension, so
# each is tried, and YAML's gets through: `#set(…)` is a comment of YAML and the rest a map. The bundle has an object in the
# template's place, its directives are gone, and the exit code is 0.
#
# Why it matters: this is the common way to keep an API and its templates apart, and the loss shows only after the import.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @apidevtools/swagger-cli@4.0.4
cat >api.yaml <<'YML'
openapi: 3.0.1
info: {title: orders, version: "1"}
paths:
  /orders:
    post:
      responses: {"200": {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates:
          application/json: {$ref: ./put.vtl}
YML
cat >put.vtl <<'VTL'
#set($order = $input.path('$'))
{"TableName": "orders", "id": "$order.id"}
VTL
npx swagger-cli bundle api.yaml >bundle.json
node -p 'JSON.stringify(require("./bundle.json").paths["/orders"].post["x-amazon-apigateway-integration"].requestTemplates)' | tee seen
cat >expected <<'OUT'
{"application/json":{"TableName":"orders","id":"$order.id"}}
OUT
diff expected seen
