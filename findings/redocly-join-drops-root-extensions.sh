#!/usr/bin/env bash
# @redocly/cli 2.11.1, 2026-11-30, Node 20.
#
# Guess: `redocly join` makes one definition of several, and keeps what stands at their root, or reports what it cannot keep, as it
# does with paths that occur twice. Seen: extensions at the root are left out, of the first file as of the others, even where all
# files agree; those of paths and operations stay. There is no warning and the exit code is 0. (`split` and `bundle` keep them.)
#
# Why it matters: gateway responses with their templates, request validators, binary media types and policies of API Gateway stand
# there. The import of what was joined succeeds: the API answers errors in the service's own words, and operations name
# validators that are gone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @redocly/cli@2.11.1
for name in orders users; do
  cat >"$name.yaml" <<YML
openapi: 3.0.1
info: {title: $name, version: "1"}
x-amazon-apigateway-request-validators: {body: {validateRequestBody: true, validateRequestParameters: false}}
x-amazon-apigateway-gateway-responses: {DEFAULT_4XX: {responseTemplates: {application/json: '{"error": \$context.error.messageString}'}}}
x-amazon-apigateway-binary-media-types: [image/png]
paths:
  /$name:
    post:
      responses: {"200": {description: ok}}
      x-amazon-apigateway-request-validator: body
      x-amazon-apigateway-integration: {type: mock}
YML
done
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
extensions() { echo "$1: $(grep -o 'x-amazon-apigateway-[a-z-]*' "$1" | sort | uniq -c | sed 's/^ *//' | paste -sd, | sed 's/,/, /g')"; }
npx redocly join orders.yaml users.yaml --output joined.yaml 2>messages
npx redocly bundle orders.yaml --output bundled.yaml 2>>messages
{
  extensions joined.yaml
  extensions bundled.yaml
  echo "warnings: $(grep -ci 'warn\|error' messages || true)"
} | tee seen
cat >expected <<'OUT'
joined.yaml: 2 x-amazon-apigateway-integration, 2 x-amazon-apigateway-request-validator
bundled.yaml: 1 x-amazon-apigateway-binary-media-types, 1 x-amazon-apigateway-gateway-responses, 1 x-amazon-apigateway-integration, 1 x-amazon-apigateway-request-validator, 1 x-amazon-apigateway-request-validators
warnings: 0
OUT
diff expected seen
