#!/usr/bin/env bash
# aws-cdk-lib 2.276.0, 2026-11-30, Node 20.
#
# `AwsIntegration` takes `action` and `actionParameters`, which it writes into the integration's URI as a query. Guess: the ARN of a
# resource given there becomes a reference to the resource, as in `path` and everywhere else in CDK, and `${stageVariables.x}`,
# which is allowed in the URI of an integration, stays. Seen: the parameters are encoded before CDK looks for its tokens, so
# that the ARN is the text %24%7BToken%5B… for ever; the braces of a stage variable are encoded too. Neither is reported.
#
# Why it matters: parameters in the URI are the way without a mapping template. The stack deploys, and every request fails with
# the service's InvalidParameter, or goes out with the variable's name: the same values in a template, or in `path`, are right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts aws-cdk-lib@2.276.0 constructs@10.8.1
cat >run.cjs <<'JS'
const { App, Stack } = require("aws-cdk-lib");
const { AwsIntegration, RestApi } = require("aws-cdk-lib/aws-apigateway");
const { Topic } = require("aws-cdk-lib/aws-sns");
const stack = new Stack(new App(), "Stack");
const { topicArn } = new Topic(stack, "Topic");
const { root } = new RestApi(stack, "Api");
const stage = "${stageVariables.subject}";
root.addMethod("GET", new AwsIntegration({ service: "sns", action: "Publish", actionParameters: { TopicArn: topicArn, Subject: stage } }));
root.addMethod("PUT", new AwsIntegration({ service: "sns", path: `${topicArn}/${stage}` }));
const { Resources } = require("aws-cdk-lib/assertions").Template.fromStack(stack).toJSON();
for (const { Type, Properties } of Object.values(Resources)) {
  if (Type !== "AWS::ApiGateway::Method") continue;
  const parts = Properties.Integration.Uri["Fn::Join"][1].map((part) => (typeof part === "string" ? part : JSON.stringify(part)));
  // The number of a token says nothing.
  console.log(Properties.HttpMethod, parts.join("").replace(/^.*:sns:/, "").replace(/TOKEN\.\d+/, "TOKEN.n"));
}
JS
cat >expected <<'OUT'
GET action/Publish&TopicArn=%24%7BToken%5BTOKEN.n%5D%7D&Subject=%24%7BstageVariables.subject%7D
PUT path/{"Ref":"TopicBFC7AF6E"}/${stageVariables.subject}
OUT
node run.cjs 2>/dev/null | tee seen
diff expected seen
