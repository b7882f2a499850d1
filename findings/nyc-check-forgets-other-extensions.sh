#!/usr/bin/env bash
# nyc 17.1.0, 2026-11-30, Node 20.
#
# Guess: `nyc merge` joins reports that other tools wrote, and `nyc check-coverage` then holds all files in it to a threshold:
# nothing is instrumented any more, so which extensions nyc would instrument has no say.
# Seen: a file whose name does not end as JavaScript's do is in what `nyc merge` writes, and gone in `nyc report` and
# `nyc check-coverage`: a merged report in which a template has no line covered passes `--lines 100`. With `--extension .vtl`, or
# with `--exclude-after-remap=false`, the check fails as it should.
#
# Why it matters: coverage of mapping templates comes from tools that compile them (plug-ins of vitest, runners of templates), and
# is merged with that of jest or mocha in CI. The step that holds the total to a threshold then checks the JavaScript alone, and
# says so nowhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund nyc@17.1.0
mkdir reports .nyc_output
report() { # NAME, HITS of its one line
  printf '%s' '{"a": 1}' >"$1"
  cat >"reports/$1.json" <<JSON
{"$folder/$1": {"path": "$folder/$1", "statementMap": {"0": {"start": {"line": 1, "column": 0}, "end": {"line": 1, "column": 8}}},
 "s": {"0": $2}, "fnMap": {}, "f": {}, "branchMap": {}, "b": {}}}
JSON
}
report handler.js 1
report put.vtl 0
npx nyc merge reports .nyc_output/merged.json >/dev/null
merged=$(grep -o 'put\.vtl"' .nyc_output/merged.json | sort -u)
status() { if npx nyc check-coverage --lines 100 "$@" >/dev/null 2>&1; then echo passes; else echo fails; fi; }
seen="merged: $merged plain: $(status) extension: $(status --extension .vtl) without the filter: $(status --exclude-after-remap=false)"
echo "$seen"
[ "$seen" = 'merged: put.vtl" plain: passes extension: fails without the filter: fails' ]
