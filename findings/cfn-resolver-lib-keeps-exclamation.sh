#!/usr/bin/env bash
# cfn-resolver-lib 1.1.8, 2026-11-30, Node 20.
#
# The package resolves a template of CloudFormation to the values that it will have. `${!name}` in `Fn::Sub` is how CloudFormation
# writes the text `${name}`. Guess: it comes out as `${name}`, as `${Table}` comes out as the table's name. Seen: the variables are
# replaced, and the exclamation mark stays.
#
# Why it matters: within `Fn::Sub` all formal references of a mapping template are written so. In the resolved template, which
# tests and tools render, `${!order.id}` is text to Velocity, and is printed where the service prints the order's id; who
# leaves the mark out has CloudFormation look for a resource of that name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts cfn-resolver-lib@1.1.8
cat >run.cjs <<'JS'
const NodeEvaluator = require("cfn-resolver-lib");
const template = '{"table": "${Table}", "id": "${!order.id}", "by": "$context.requestId"}';
const resolve = (value) =>
  new NodeEvaluator(
    { Parameters: {}, Resources: { Table: { Type: "AWS::DynamoDB::Table" }, Text: { Type: "Custom::Text", Properties: { value } } } },
    { RefResolvers: { Table: "orders" } },
  ).evaluateNodes().Resources.Text.Properties.value;
console.log(resolve({ "Fn::Sub": template }));
console.log(resolve({ "Fn::Sub": [template, { Table: "carts" }] }));
JS
cat >expected <<'OUT'
{"table": "orders", "id": "${!order.id}", "by": "$context.requestId"}
{"table": "carts", "id": "${!order.id}", "by": "$context.requestId"}
OUT
node run.cjs | tee seen
diff expected seen
