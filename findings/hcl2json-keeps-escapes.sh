#!/usr/bin/env bash
# @cdktf/hcl2json 0.21.0 (Terraform's own parser as WebAssembly), 2026-11-29, Node 20.
#
# `$${` and `%%{` are how Terraform writes `${` and `%{` in a string or heredoc. Guess: the JSON has the text that Terraform
# would send. Seen: quotes and indentation are undone, these two escapes are not: they stay doubled, in heredocs and strings.
# (Terraform's JSON syntax reads strings as templates, where the doubling is right; as text it is not.)
#
# Why it matters: formal references ($${name}) are how people protect `${name}` of a mapping template from Terraform. A tool
# that takes the template out of this JSON as text has `$${name}`, which Velocity prints as a dollar sign and the value.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @cdktf/hcl2json@0.21.0
cat >run.cjs <<'JS'
const { parse } = require("@cdktf/hcl2json");
const source = 'locals {\n  quoted = "{\\"id\\": \\"$${id}\\"}"\n  heredoc = <<-EOT\n    {"id": "$${id}", "of": "%%{x}"}\n  EOT\n}\n';
parse("main.tf", source).then(({ locals }) => {
  console.log(locals[0].quoted);
  console.log(locals[0].heredoc.trimEnd());
});
JS
cat >expected <<'OUT'
{"id": "$${id}"}
{"id": "$${id}", "of": "%%{x}"}
OUT
node run.cjs | tee seen
diff expected seen
