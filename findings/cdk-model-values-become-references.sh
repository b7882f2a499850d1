#!/usr/bin/env bash
# aws-cdk-lib 2.276.0, 2026-11-29, Node 20.
#
# `JsonSchema` of CDK spells `$ref`, `$schema` as `ref`, `schema`. Guess: they are renamed where they are keywords.
# Seen: properties of these names are left alone, but the same names inside the *values* of `enum` and `default` are renamed,
# so that a model that allows the object {"ref": "main"} allows {"$ref": "main"} in its place.
#
# Why it matters: the request validator then refuses the requests that the model was written for with 400 Invalid request
# body, before any mapping template runs, and the program that declares the model reads right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts aws-cdk-lib@2.276.0 constructs@10.8.1
cat >run.cjs <<'JS'
const { App, Stack } = require("aws-cdk-lib");
const { RestApi, JsonSchemaType } = require("aws-cdk-lib/aws-apigateway");
const app = new App();
const api = new RestApi(new Stack(app, "Stack"), "Api");
api.root.addMethod("POST");
const type = JsonSchemaType.OBJECT;
api.addModel("Build", {
  schema: {
    type,
    properties: { ref: { type: JsonSchemaType.STRING }, at: { type, default: { ref: "main" }, enum: [{ ref: "main", schema: 1 }] } },
  },
});
const { Resources } = app.synth().getStackByName("Stack").template;
const model = Object.values(Resources).find(({ Type }) => Type === "AWS::ApiGateway::Model");
console.log(JSON.stringify(model.Properties.Schema.properties));
JS
cat >expected <<'OUT'
{"ref":{"type":"string"},"at":{"type":"object","default":{"$ref":"main"},"enum":[{"$ref":"main","$schema":1}]}}
OUT
node run.cjs | tee seen
diff expected seen
