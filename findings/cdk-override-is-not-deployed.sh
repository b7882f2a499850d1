#!/usr/bin/env bash
# aws-cdk-lib 2.276.0, 2026-11-30, Node 20.
#
# `RestApi` replaces its AWS::ApiGateway::Deployment "whenever the model changes": its logical id holds a hash. Guess: a mapping
# template that is changed in the way CDK's guide has for what a construct does not offer (`addPropertyOverride` on the CfnMethod, in
# an aspect too, or a property of it that is set) changes the hash as one in the construct's properties does. Seen: the hash is made
# of the properties that constructs were given. The method in the stack has the new template, the deployment stays the same. So it
# does with a CfnGatewayResponse; a GatewayResponse is counted.
#
# Why it matters: `cdk diff` shows the change and `cdk deploy` succeeds, and the console shows the new template with the method. The
# stage goes on to serve the old deployment, until a change of something else brings a new one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts aws-cdk-lib@2.276.0 constructs@10.8.1
cat >run.cjs <<'JS'
const { App, Aspects, Stack } = require("aws-cdk-lib");
const { CfnGatewayResponse, CfnMethod, MockIntegration, ResponseType, RestApi } = require("aws-cdk-lib/aws-apigateway");
const { Template } = require("aws-cdk-lib/assertions");
const old = { "application/json": "old" };
const changed = { "application/json": "new" };
const path = "Integration.RequestTemplates.application/json";
/** The stack's template and its deployment's logical id after a change. */
function synth(requestTemplates, change) {
  const stack = new Stack(new App(), "Stack");
  const api = new RestApi(stack, "Api");
  const method = api.root.addMethod("GET", new MockIntegration({ requestTemplates }));
  change(method.node.defaultChild, stack, api);
  const { Resources } = Template.fromStack(stack).toJSON();
  return { text: JSON.stringify(Resources), id: Object.keys(Resources).find((id) => Resources[id].Type === "AWS::ApiGateway::Deployment") };
}
const before = synth(old, () => {});
const show = (name, after) =>
  console.log(`${name}: ${after.text.includes('"new"') && "changed"} template, ${after.id === before.id ? "same" : "new"} deployment`);
show("properties", synth(changed, () => {}));
show("override", synth(old, (method) => method.addPropertyOverride(path, "new")));
show("property of CfnMethod", synth(old, (method) => { method.integration = { ...method.integration, requestTemplates: changed }; }));
const aspect = { visit: (node) => node instanceof CfnMethod && node.addPropertyOverride(path, "new") };
show("aspect", synth(old, (_, stack) => Aspects.of(stack).add(aspect)));
show("GatewayResponse", synth(old, (_, __, api) => api.addGatewayResponse("G", { type: ResponseType.DEFAULT_4XX, templates: changed })));
const cfn = { responseType: "DEFAULT_4XX", responseTemplates: changed };
show("CfnGatewayResponse", synth(old, (_, stack, { restApiId }) => new CfnGatewayResponse(stack, "G", { restApiId, ...cfn })));
JS
cat >expected <<'OUT'
properties: changed template, new deployment
override: changed template, same deployment
property of CfnMethod: changed template, same deployment
aspect: changed template, same deployment
GatewayResponse: changed template, new deployment
CfnGatewayResponse: changed template, same deployment
OUT
node run.cjs | tee seen
diff expected seen
