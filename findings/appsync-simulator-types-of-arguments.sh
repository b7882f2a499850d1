#!/usr/bin/env bash
# @aws-amplify/amplify-appsync-simulator 2.16.20 (`amplify mock`, serverless-appsync-simulator), 2026-11-30, Node 20.
#
# Guess: `$util.isNumber`, `$util.typeOf`, `$util.isNullOrEmpty` and `$util.defaultIfNullOrEmpty` answer of an argument as AppSync's
# documentation says. Seen: a text or number that comes from a request is an object of the simulator's own, which these functions do
# not know: it is no number and its type is Map. An empty text is not replaced by the default, blanks are not blank, and true is empty
# while false is not. With the same values written in the template the answers are others, the wrong one for texts.
#
# Why it matters: resolvers check their arguments with these functions and fill in defaults by them. On the developer's machine they take
# the other branch, and templates are bent until they work there; a test with literals says that the functions are fine.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @aws-amplify/amplify-appsync-simulator@2.16.20
cat >run.cjs <<'JS'
const { VelocityTemplate } = require("@aws-amplify/amplify-appsync-simulator/lib/velocity");
const config = { appSyncConfig: { defaultAuthenticationType: { authenticationType: "API_KEY" } } };
const info = { fieldName: "order", fieldNodes: [], operation: { selectionSet: { selections: [] } }, path: {}, variableValues: {} };
const argument = { count: 5, title: "tea", none: "", blanks: "  ", gift: true, paid: false };
for (const call of [
  "isNumber($ctx.args.count)",
  "isNumber(5)",
  "typeOf($ctx.args.count)",
  "typeOf($ctx.args.title)",
  'typeOf("tea")',
  "isNullOrEmpty($ctx.args.gift)",
  "isNullOrEmpty($ctx.args.paid)",
  'isNullOrEmpty("tea")',
  "isNullOrBlank($ctx.args.blanks)",
  'defaultIfNullOrEmpty($ctx.args.none, "some")',
  'defaultIfNullOrEmpty("", "some")',
]) {
  const values = { arguments: argument, source: {}, stash: {}, result: null };
  const template = new VelocityTemplate({ path: "order.vtl", content: `$util.toJson($util.${call})` }, config);
  const { result } = template.render(values, { headers: {}, requestAuthorizationMode: "API_KEY" }, info);
  console.log(`${call} is ${JSON.stringify(result)}`);
}
JS
cat >expected <<'OUT'
isNumber($ctx.args.count) is false
isNumber(5) is true
typeOf($ctx.args.count) is "Map"
typeOf($ctx.args.title) is "Map"
typeOf("tea") is "String"
isNullOrEmpty($ctx.args.gift) is true
isNullOrEmpty($ctx.args.paid) is false
isNullOrEmpty("tea") is true
isNullOrBlank($ctx.args.blanks) is false
defaultIfNullOrEmpty($ctx.args.none, "some") is ""
defaultIfNullOrEmpty("", "some") is "some"
OUT
node run.cjs | tee seen
diff expected seen
