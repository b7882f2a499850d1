#!/usr/bin/env bash
# vitest 4.1.12 with @vitest/coverage-v8 and @vitest/coverage-istanbul 4.1.12, 2026-11-30, Node 20.
#
# Guess: `import text from "./stack.js?raw"` gives a test the text of a file; nothing of the file is run, so coverage, told to
# include it, goes on to report its lines as not reached.
# Seen: with V8's coverage the file has no lines any more. The total of the same tests rises from 33.33 % to 100 % of the lines
# when a test reads the other file as text. With Istanbul's coverage the total stays.
#
# Why it matters: programs hold mapping templates in literals (CDK, Pulumi), and a test that looks for a template in its text
# reads the program with `?raw`. A threshold that such a project has to keep is then kept although nothing of the program is
# tested, and another provider disagrees.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund vitest@4.1.12 @vitest/coverage-v8@4.1.12 @vitest/coverage-istanbul@4.1.12
mkdir src
cat >vitest.config.mjs <<'JS'
export default { test: { coverage: { enabled: true, include: ["src/**"], reporter: ["json-summary"] } } };
JS
echo 'export function used(value) { return value + 1; }' >src/used.js
cat >src/stack.js <<'JS'
export function stack(value) {
  const template = '{"id": $input.json("$.id")}';
  return value ? template : "";
}
JS
cat >without.test.mjs <<'JS'
import { expect, test } from "vitest";
import { used } from "./src/used.js";
test("used", () => expect(used(1)).toBe(2));
JS
cat >with.test.mjs <<'JS'
import { expect, test } from "vitest";
import text from "./src/stack.js?raw";
import { used } from "./src/used.js";
test("used", () => expect(used(1)).toBe(2));
test("text", () => expect(text).toContain("$input.json"));
JS
for provider in v8 istanbul; do
  for tests in without with; do
    npx vitest run "$tests.test.mjs" --coverage.provider="$provider" >/dev/null
    node -e 'console.log(process.argv[1], JSON.parse(fs.readFileSync("coverage/coverage-summary.json")).total.lines.pct)' "$provider $tests"
  done
done | tee seen
cat >expected <<'OUT'
v8 without 33.33
v8 with 100
istanbul without 33.33
istanbul with 33.33
OUT
diff expected seen
