#!/usr/bin/env bash
# sarif-junit 1.1.4 and @security-alert/sarif-to-markdown 1.11.1, 2026-11-30, Node 20.
#
# In SARIF the level of a result is the result's own; without one the rule's `defaultConfiguration`; without that it is "warning".
# Guess: what turns a log into a report of tests, or into a comment on a pull request, goes by that. Seen: the first knows the
# result's own level alone, and a result without one is a test that passes. The second knows the rule's alone: an error is a
# warning if its rule is one by default, and where the rule has none the result is left out and the exit is good.
#
# Why it matters: linters of templates write either form, or both, with the level that the project has configured. Of one log with two
# errors in templates each of these reports shows one, and not the same one; neither says that something is missing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts sarif-junit@1.1.4 @security-alert/sarif-to-markdown@1.11.1
cat >run.cjs <<'JS'
const { execFileSync } = require("node:child_process");
const { readFileSync, writeFileSync } = require("node:fs");
const { sarifToMarkdown } = require("@security-alert/sarif-to-markdown");
const markdown = sarifToMarkdown({ owner: "o", repo: "r", branch: "main", sourceRoot: "", title: "Lint", failOn: ["error"] });
const cases = { "result error": [{}, "error"], "rule error": [{ level: "error" }], "result error, rule warning": [{ level: "warning" }, "error"] };
for (const [name, [defaultConfiguration, level]] of Object.entries(cases)) {
  const rules = [{ id: "no-json", shortDescription: { text: "no JSON" }, ...(defaultConfiguration.level && { defaultConfiguration }) }];
  const physicalLocation = { artifactLocation: { uri: "put.vtl" }, region: { startLine: 1 } };
  const result = { ruleId: "no-json", message: { text: "prints no JSON" }, ...(level && { level }), locations: [{ physicalLocation }] };
  const log = { version: "2.1.0", runs: [{ tool: { driver: { name: "lint", rules } }, results: [result] }] };
  writeFileSync("log.sarif", JSON.stringify(log));
  execFileSync("npx", ["sarif-junit", "-i", "log.sarif", "-o", "junit.xml"]);
  const failures = /failures="(\d)"/.exec(readFileSync("junit.xml", "utf8"))[1];
  const [{ body, shouldFail }] = markdown(log);
  const shown = body.includes("prints no JSON") ? /\[(ERROR|WARNING)\]/.exec(body)[1] : "nothing";
  console.log(`${name}: junit has ${failures} failures, markdown shows ${shown}, fails: ${shouldFail}`);
}
JS
cat >expected <<'OUT'
result error: junit has 1 failures, markdown shows nothing, fails: false
rule error: junit has 0 failures, markdown shows ERROR, fails: true
result error, rule warning: junit has 1 failures, markdown shows WARNING, fails: false
OUT
node run.cjs | tee seen
diff expected seen
