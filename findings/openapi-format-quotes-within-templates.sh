#!/usr/bin/env bash
# openapi-format 1.33.6, 2026-11-30, Node 20.
#
# Guess: what formats and sorts a definition leaves the texts in it alone. Seen: when the YAML is written, quotes are put around the
# word behind each `$ref:` in the file, for the sake of references that name files. A template in a block gets them as well where
# it prints a Velocity reference called `$ref` before a colon: around a word and its comma, in the middle of a method call, or
# around the first word of the next line.
#
# Why it matters: `$ref` is what templates call the reference of an order or payment. Formatting, a step before each commit, changes
# what is sent, or makes a template that Velocity cannot parse (`params(''note')`), which shows with the first request.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts openapi-format@1.33.6 js-yaml@4.1.0
cat >api.yaml <<'YML'
openapi: 3.0.1
info:
  title: orders
  version: "1"
paths:
  /orders:
    post:
      responses:
        "200":
          description: ok
      x-amazon-apigateway-integration:
        type: aws
        requestTemplates:
          application/json: |
            #set($ref = $input.params('ref'))
            {"subject": "Order $ref: received, thanks", "note": "$ref: $input.params('note')"}
          text/plain: |
            #set($ref = $input.params('ref'))
            $ref:
            received
YML
npx openapi-format api.yaml --output formatted.yaml >/dev/null 2>&1
node -e '
const templates = require("js-yaml").load(require("fs").readFileSync("formatted.yaml", "utf8"))
  .paths["/orders"].post["x-amazon-apigateway-integration"].requestTemplates;
for (const [type, text] of Object.entries(templates)) console.log(`${type}\n${text}`.trim());' | tee seen
cat >expected <<'OUT'
application/json
#set($ref = $input.params('ref'))
{"subject": "Order $ref: 'received,' thanks", "note": "$ref: '$input.params(''note')"}
text/plain
#set($ref = $input.params('ref'))
$ref:
'received'
OUT
diff expected seen
