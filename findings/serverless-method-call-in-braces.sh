#!/usr/bin/env bash
# serverless 3.40.0 (the Serverless Framework), 2026-11-30, Node 20.
#
# `${name(argument)}` is a variable of the framework when `name` begins in lower case; its documentation lists env, file, opt,
# self and so on, and says that other text in `${…}` is left to CloudFormation. Guess: `${input.params('id')}` in a request
# template of serverless.yml is left alone, as `${context.requestId}` is. Seen: the dot counts as part of a source's name, and
# the command stops with "Unrecognized configuration variable sources"; the quiet form of the same call passes.
#
# Why it matters: formal references with a method call are ordinary Velocity, and the message names no template and no line.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serverless@3.40.0
service() {
  printf "service: orders\nframeworkVersion: '3'\nprovider: {name: aws, runtime: nodejs18.x}\ncustom:\n  template: \"%s\"\n" "$1" >serverless.yml
  SLS_NOTIFICATIONS_MODE=off npx serverless print 2>&1 | grep -E '^  template:|Unrecognized' || true
}
{
  service "\${context.requestId}"
  service "\${input.params('id')}"
  service "\$!{input.params('id')}"
} | tee seen
cat >expected <<'OUT'
  template: ${context.requestId}
Unrecognized configuration variable sources: "input.params"
  template: $!{input.params('id')}
OUT
diff expected seen
