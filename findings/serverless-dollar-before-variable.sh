#!/usr/bin/env bash
# serverless 3.40.0 (the Serverless Framework), 2026-11-30, Node 20.
#
# Guess: in `$${self:custom.name}` the variable is replaced and the dollar sign before it stays, as text does. Seen: every
# dollar sign before the variable's own goes with it, in the middle of a text too.
#
# Why it matters: a mapping template may take the name of a Velocity reference from the configuration, `$${self:custom.name}.id`
# for `$order.id`. What is deployed is `order.id`, which is text to Velocity, and no tool says a word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serverless@3.40.0
cat >serverless.yml <<'YML'
service: orders
frameworkVersion: '3'
provider: {name: aws, runtime: nodejs18.x}
custom:
  name: order
  template: '{"id": "$${self:custom.name}.id", "of": "$!${self:custom.name}"}'
YML
SLS_NOTIFICATIONS_MODE=off npx serverless print 2>&1 | grep '^  template:' | tee seen
cat >expected <<'OUT'
  template: '{"id": "order.id", "of": "$!order"}'
OUT
diff expected seen
