#!/usr/bin/env bash
# nyc 17.1.0 (Istanbul's command line), 2026-11-30, Node 20.
#
# A plug-in or a renderer writes the coverage of templates in Istanbul's JSON, which knows no languages. Guess: `nyc report` and
# `nyc check-coverage` go by the files that are in it. Seen: both drop files that are not named like JavaScript, although
# nothing was to be instrumented. The report says 0 %, the check finds nothing below its threshold and ends with 0;
# `nyc merge` keeps the files. With `--extension .vtl` they count.
#
# Why it matters: a build that holds its mapping templates to 90 % by `nyc check-coverage` passes for ever, with tests that
# reach none of their lines, and a merged report that also has JavaScript shows no sign of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts nyc@17.1.0
printf '#if($a)\n{"b": 1}\n#end\n' >put.vtl
mkdir coverage
cat >coverage.cjs <<'JS'
const path = require("node:path").resolve("put.vtl");
const line = (line) => ({ start: { line, column: 0 }, end: { line, column: 8 } });
const file = { path, statementMap: { 0: line(1), 1: line(2) }, s: { 0: 1, 1: 0 }, fnMap: {}, f: {}, branchMap: {}, b: {} };
require("node:fs").writeFileSync("coverage/coverage-final.json", JSON.stringify({ [path]: file }));
JS
node coverage.cjs
run() {
  echo "$*: $(npx nyc "$@" -t coverage 2>&1 | grep -oE 'All files \|[^|]*|ERROR.*') status $(npx nyc "$@" -t coverage >/dev/null 2>&1 && echo 0 || echo "$?")"
}
{
  run report
  run check-coverage --lines 90
  run report --extension .vtl
  run check-coverage --lines 90 --extension .vtl
} | tee seen
cat >expected <<'OUT'
report: All files |       0  status 0
check-coverage --lines 90:  status 0
report --extension .vtl: All files |      50  status 0
check-coverage --lines 90 --extension .vtl: ERROR: Coverage for lines (50%) does not meet global threshold (90%) status 1
OUT
diff expected seen
