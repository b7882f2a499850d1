#!/usr/bin/env bash
# cdktf 0.21.0 (CDK for Terraform) with constructs 10.4.2, 2026-11-30, Node 20.
#
# A text with `${…}` has to be escaped for Terraform; `Fn.rawString` says "wrap a string and escape it properly for the use in
# Terraform". Guess: `requestTemplates: { "application/json": Fn.rawString(template) }` gives a JSON string that Terraform reads
# as the template. Seen: it is always escaped for the inside of quotes in an expression. As a property's whole value, which
# Terraform's JSON syntax reads without undoing backslashes, each quote keeps a backslash and each line break is the two
# characters \n. And `%{`, the other sequence that Terraform reads, is not escaped in either place.
#
# Why it matters: it is what the error of CDKTF itself advises for texts with quotes, as all JSON templates are. The deployed
# template is one line of \" and \n: a `#set` swallows nothing, but `##` does, and the backend gets no JSON.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts cdktf@0.21.0 constructs@10.4.2
cat >run.cjs <<'JS'
const { Fn, TerraformLocal, TerraformStack, Testing } = require("cdktf");
const template = '{"id": "${context.requestId}",\n "of": "%{x}"}';
class Stack extends TerraformStack {
  constructor(app) {
    super(app, "stack");
    new TerraformLocal(this, "value", Fn.rawString(template));
    new TerraformLocal(this, "argument", Fn.trimspace(Fn.rawString(template)));
  }
}
const { locals } = JSON.parse(Testing.synth(new Stack(Testing.app())));
console.log("what Terraform is given (of JSON, decoded)");
console.log("value", locals.value);
console.log("argument", locals.argument);
JS
cat >expected <<'OUT'
what Terraform is given (of JSON, decoded)
value {\"id\": \"$${context.requestId}\",\n \"of\": \"%{x}\"}
argument ${trimspace("{\"id\": \"$${context.requestId}\",\n \"of\": \"%{x}\"}")}
OUT
node run.cjs | tee seen
diff expected seen
