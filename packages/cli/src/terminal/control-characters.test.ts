import { describe, expect, it } from "vitest";
import { FORMATS } from "../commands/lint/formats/index.js";
import { COVERAGE_FORMATS } from "../commands/test/coverage-formats.js";
import { FORMATS as TEST_FORMATS } from "../commands/test/formats/index.js";
import { vtl } from "../testing/memory-io.js";

/** Names and texts that would clear a screen, write over lines, or turn them round. */
const ODD = "a\u001b[2J\u009b1m\r\u202e\u2066\u061c\u0007";
const files = {
  [`${ODD}.vtl`]: `#set($x = 1)\n{"${ODD}": $${"x"} ${ODD} #if($y`,
  [`${ODD}.json`]: JSON.stringify({ requestTemplates: { [ODD]: '{"a": $input.json("$.a"),}' } }),
  [`${ODD}.vtl.test.json`]: JSON.stringify({
    cases: [
      { name: ODD, expect: { output: ODD } },
      { name: `${ODD}2`, event: { body: ODD }, expect: { json: { [ODD]: ODD } } },
      { name: `${ODD}3`, event: `${ODD}none.json`, [ODD]: 1 },
    ],
  }),
  [`${ODD}good.vtl`]: `{"${ODD}": "$input.params('${ODD}')", "a": #if($x)"${ODD}"#end}`,
  [`${ODD}good.vtl.test.json`]: JSON.stringify({
    cases: [
      { name: ODD, event: { querystring: { [ODD]: ODD } }, expect: { json: { [ODD]: `${ODD}!` } } },
      { name: `${ODD}4`, expect: { output: ODD } },
    ],
  }),
  [`${ODD}broken.vtl.test.json`]: `{"cases": [{"name": "${ODD}"`,
  "main.tf": `resource "aws_api_gateway_integration" "i" {\n  request_templates = { "a/b" = file("${ODD}x") }\n}\n`,
};

const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const runs: readonly (readonly string[])[] = [
  ...[...FORMATS.keys()].map((format) => ["lint", "--format", format, "--prove"]),
  ...[...TEST_FORMATS.keys()].flatMap((format) => [
    ["test", "--format", format],
    ["test", "--format", format, "--verbose", `${ODD}good.vtl`],
  ]),
  ...[...COVERAGE_FORMATS.keys()].map((format) => ["test", "--coverage", "--coverage-format", format]),
  ...["stylish", "json", "sarif", "github", "gitlab", "junit"].map((format) => ["ci", "--format", format]),
  ["test", "--update"],
  ["test", "--generate", `${ODD}.json`],
  ["templates", "extract", `${ODD}.json`],
  ["templates"],
  ["templates", "--format", "json"],
  ["format"],
  ["format", "--write"],
  ["lint", "--fix"],
  ["lint", `${ODD}none.vtl`],
  ["render", `${ODD}.vtl`],
  ["render", `${ODD}good.vtl`, "--trace"],
  ["render", `${ODD}good.vtl`, "--json"],
  ["render", `${ODD}good.vtl`, "--expect", `${ODD}.json`],
  ["compile", `${ODD}.vtl`],
  ["invoke", `${ODD}.json`, "GET", "/"],
];

describe("what comes from files and their names", () => {
  it.each(runs.map((args) => [args.map((arg) => (arg.includes("\u001b") ? "ODD" : arg)).join(" "), args] as const))(
    "cannot steer the terminal: vtl %s",
    async (_name, args) => {
      const { stdout, stderr, io } = await vtl(args, { files });
      // What render prints is the document, byte for byte.
      const shown = args[0] === "render" ? stderr : stdout + stderr;
      const reports = [...io.files.keys()].filter((path) => path.startsWith("coverage/")).map((path) => io.text(path));
      expect(shown).toContain("a");
      expect(STEERING.exec([shown, ...reports].join(""))?.[0]).toBeUndefined();
    },
  );
});
