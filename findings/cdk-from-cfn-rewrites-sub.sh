#!/usr/bin/env bash
# cdk-from-cfn 0.336.0 (what `cdk migrate` runs) with aws-cdk-lib 2.276.0, 2026-11-30, Node 20.
#
# A template of CloudFormation is turned into a program. Guess: a mapping template within `Fn::Sub` comes out of the program as it
# went in, as one without `Fn::Sub` does. Seen: the text is put into a template literal that is indented with the program and in
# which no backslash is escaped: each line but the first gets the blanks of the program, `\"` of a text loses its backslash, and
# `\n` becomes a line break. (A backtick is not escaped either; that program does not compile.)
#
# Why it matters: `Fn::Sub` around a template is how ARNs and names of tables get into it. The program compiles and deploys, and
# `cdk diff` shows a change that reads like one of blanks: the backend gets JSON with a line break within a string, and what
# counts blanks (a body of text, CSV, a signature) gets others.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cdk-from-cfn@0.336.0 aws-cdk-lib@2.276.0 constructs@10.8.1 esbuild@0.25.12
cat >run.cjs <<'JS'
const { App } = require("aws-cdk-lib");
const { Template } = require("aws-cdk-lib/assertions");
const { transmute } = require("cdk-from-cfn");
const { transformSync } = require("esbuild");
const text = String.raw`#set($title = "the \"best\"")
{"text": "one\ntwo", "region": "${"${AWS::Region}"}"}
`;
const integration = { Type: "MOCK", RequestTemplates: { sub: { "Fn::Sub": text }, plain: text.replace("${AWS::Region}", "x") } };
const Properties = { HttpMethod: "GET", AuthorizationType: "NONE", ResourceId: "r", RestApiId: "a", Integration: integration };
const template = { Resources: { Get: { Type: "AWS::ApiGateway::Method", Properties } } };
const program = transmute(JSON.stringify(template), "typescript", "Orders", "stack");
const module_ = { exports: {} };
new Function("require", "module", transformSync(program, { loader: "ts", format: "cjs" }).code)(require, module_);
const { Resources } = Template.fromStack(new module_.exports.Orders(new App(), "Orders")).toJSON();
const { plain, sub } = Resources.Get.Properties.Integration.RequestTemplates;
console.log(`plain\n${plain}sub\n${sub["Fn::Join"][1].map((part) => (typeof part === "string" ? part : "x")).join("")}|`);
JS
cat >expected <<'OUT'
plain
#set($title = "the \"best\"")
{"text": "one\ntwo", "region": "x"}
sub
#set($title = "the "best"")
          {"text": "one
two", "region": "x"}
          |
OUT
node run.cjs | tee seen
diff expected seen
