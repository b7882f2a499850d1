#!/usr/bin/env bash
# @aws-amplify/amplify-appsync-simulator 2.16.20 (`amplify mock`, serverless-appsync-simulator), 2026-11-30, Node 20.
#
# The simulator gives texts, numbers, lists and maps the methods of Java's. Guess: a map's key is found whether the template has it in
# quotes or in a variable. Seen: get() makes a text of its argument, containsKey(), put() and remove() do not, and a text that was in
# a variable is an object of the simulator's own. So containsKey($key) is false for a key that is there, remove($key) removes
# nothing, and what put($key, …) put is not found by get(), neither with the variable nor with quotes, though toJson() shows it.
#
# Why it matters: templates that Amplify generates, and most that loop over the arguments, have keys in variables; `containsKey` is how
# they ask whether an argument was given. The branch for "not given" is taken on the developer's machine, the other one by AppSync.
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
for (const content of [
  '$ctx.args.containsKey("id")',
  '#set($key = "id")$ctx.args.containsKey($key)',
  '#set($key = "id")$util.qr($ctx.args.remove($key))$util.toJson($ctx.args)',
  '#set($map = {})#set($key = "id")$util.qr($map.put("id", 7)) {"map": $util.toJson($map), "get": $util.toJson($map.get($key))}',
  '#set($map = {})#set($key = "id")$util.qr($map.put($key, 7)) {"map": $util.toJson($map), "get": $util.toJson($map.get($key))}',
  '#set($map = {})#set($key = "id")$util.qr($map.put($key, 7)) {"map": $util.toJson($map), "get": $util.toJson($map.get("id"))}',
]) {
  const values = { arguments: { id: 1 }, source: {}, stash: {}, result: null };
  const template = new VelocityTemplate({ path: "order.vtl", content }, config);
  const { result } = template.render(values, { headers: {}, requestAuthorizationMode: "API_KEY" }, info);
  console.log(`${content} is ${JSON.stringify(result)}`);
}
JS
cat >expected <<'OUT'
$ctx.args.containsKey("id") is true
#set($key = "id")$ctx.args.containsKey($key) is false
#set($key = "id")$util.qr($ctx.args.remove($key))$util.toJson($ctx.args) is {"id":1}
#set($map = {})#set($key = "id")$util.qr($map.put("id", 7)) {"map": $util.toJson($map), "get": $util.toJson($map.get($key))} is {"map":{"id":7},"get":7}
#set($map = {})#set($key = "id")$util.qr($map.put($key, 7)) {"map": $util.toJson($map), "get": $util.toJson($map.get($key))} is {"map":{"id":7},"get":null}
#set($map = {})#set($key = "id")$util.qr($map.put($key, 7)) {"map": $util.toJson($map), "get": $util.toJson($map.get("id"))} is {"map":{"id":7},"get":null}
OUT
node run.cjs | tee seen
diff expected seen
