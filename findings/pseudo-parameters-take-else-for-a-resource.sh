#!/usr/bin/env bash
# serverless-pseudo-parameters 2.6.1, 2026-12-01, Node 20.
#
# The plugin lets texts have `#{AWS::Region}`, and by its readme `#{MyResource}`. Velocity writes its directives so too, `#{else}` and
# `#{end}`, where a letter follows. Guess: what is no resource of the stack and no pseudo parameter stays as it is. Seen: whatever
# stands between `#{` and `}` in any text of the stack becomes `${…}`, and the text an `Fn::Sub`. That takes all of its other
# `${…}` for names of CloudFormation, too: Velocity's own references in braces.
#
# Why it matters: a template with `#{else}` and nothing of the plugin's is refused by CloudFormation for a resource `else`, with the
# directive gone from the message. Where a template uses the plugin, `${order.id}` beside `#{AWS::Region}` is looked up as an
# attribute of a resource. `#@{else}` is the escape. Serverless 3 no longer needs the plugin; an issue of
# serverless-apigateway-service-proxy (104) has its trouble with `Fn::Sub` of one's own, but none that a search found has this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serverless-pseudo-parameters@2.6.1
cat >run.cjs <<'JS'
const Plugin = require("serverless-pseudo-parameters");
for (const template of [
  '{"id": "${order.id}", "kind": "$kind"}',
  '{"kind": "#if($new)new#{else}old#end"}',
  '{"id": "${order.id}", "region": "#{AWS::Region}"}',
  '{"kind": "#if($new)new#@{else}old#end"}',
]) {
  const stack = { Resources: { Method: { Properties: { template } } } };
  const service = { provider: { compiledCloudFormationTemplate: stack } };
  new Plugin({ service, cli: { consoleLog: () => {} } }).addParameters();
  console.log(template, "->", JSON.stringify(stack.Resources.Method.Properties.template));
}
JS
cat >expected <<'OUT'
{"id": "${order.id}", "kind": "$kind"} -> "{\"id\": \"${order.id}\", \"kind\": \"$kind\"}"
{"kind": "#if($new)new#{else}old#end"} -> {"Fn::Sub":"{\"kind\": \"#if($new)new${else}old#end\"}"}
{"id": "${order.id}", "region": "#{AWS::Region}"} -> {"Fn::Sub":"{\"id\": \"${order.id}\", \"region\": \"${AWS::Region}\"}"}
{"kind": "#if($new)new#@{else}old#end"} -> "{\"kind\": \"#if($new)new#{else}old#end\"}"
OUT
node run.cjs | tee seen
diff expected seen
