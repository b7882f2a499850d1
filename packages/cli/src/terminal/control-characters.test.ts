import { describe, expect, it } from "vitest";
import { FORMATS } from "../commands/lint/formats/index.js";
import { vtl } from "../testing/memory-io.js";

/** Names and texts that would clear a screen, write over lines, or turn them round. */
const ODD = "a\u001b[2J\u009b1m\r\u202e\u0007";
const files = {
  [`${ODD}.vtl`]: `#set($x = 1)\n{"${ODD}": $${"x"} ${ODD} #if($y`,
  [`${ODD}.json`]: JSON.stringify({ requestTemplates: { [ODD]: '{"a": $input.json("$.a"),}' } }),
  "main.tf": `resource "aws_api_gateway_integration" "i" {\n  request_templates = { "a/b" = file("${ODD}x") }\n}\n`,
};

const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const runs: readonly (readonly string[])[] = [
  ...[...FORMATS.keys()].map((format) => ["lint", "--format", format, "--prove"]),
  ["templates"],
  ["templates", "--format", "json"],
  ["format"],
  ["format", "--write"],
  ["lint", "--fix"],
  ["lint", `${ODD}none.vtl`],
  ["render", `${ODD}.vtl`],
  ["invoke", `${ODD}.json`, "GET", "/"],
];

describe("what comes from files and their names", () => {
  it.each(runs.map((args) => [args.map((arg) => (arg.includes("\u001b") ? "ODD" : arg)).join(" "), args] as const))(
    "cannot steer the terminal: vtl %s",
    async (_name, args) => {
      const { stdout, stderr } = await vtl(args, { files });
      expect(stdout + stderr).toContain("a");
      expect(STEERING.exec(stdout + stderr)?.[0]).toBeUndefined();
    },
  );
});
