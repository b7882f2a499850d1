import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { scopesUnderLines } from "./testing/scopes-under-lines.js";
import { tokenize } from "./testing/tokenizer.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const here = fileURLToPath(new URL("./testing/", import.meta.url));

/** What VS Code takes a file for. */
const SCOPE_OF: readonly (readonly [RegExp, string])[] = [
  [/\.vtl$/, "text.vtl"],
  [/\.ya?ml$/, "source.yaml"],
  [/\.json$/, "source.json"],
  [/\.tf$/, "source.hcl.terraform"],
  [/\.ts\.txt$/, "source.ts"],
  [/\.py\.txt$/, "source.python"],
];

function scopeOf(file: string): string {
  const found = SCOPE_OF.find(([pattern]) => pattern.test(file));
  if (found === undefined) throw new Error(`what is ${file}?`);
  return found[1];
}

const FIXTURES = [
  "cognito-claims",
  "cors-preflight-response",
  "define-reuse",
  "dynamodb-error-response",
  "dynamodb-put-order",
  "dynamodb-query-orders-response",
  "dynamodb-update-profile",
  "firehose-put-record",
  "http-graphql-request",
  "http-json-to-xml",
  "http-xml-to-json",
  "kinesis-put-records",
  "lambda-request-event",
  "mock-health-check-response",
  "optional-members",
  "paging-numbers",
  "s3-put-upload",
  "ses-send-email",
  "sns-publish",
  "sqs-send-message",
  "step-functions-start",
  "string-methods",
];

describe("the colours of", () => {
  const own = readdirSync(`${here}files`).map((name) => ({ name, path: `${here}files/${name}` }));
  const fixtures = FIXTURES.map((name) => ({
    name: `${name}.vtl`,
    path: `${root}fixtures/templates/${name}/template.vtl`,
  }));

  it.each([...own, ...fixtures])("$name", async ({ name, path }) => {
    const lines = await tokenize(readFileSync(path, "utf8"), scopeOf(name));
    await expect(`${scopesUnderLines(lines)}\n`).toMatchFileSnapshot(`${here}snapshots/${name}.snap.txt`);
  });
});

describe("a part of a file", () => {
  it("is the template's in a block of YAML, and ends with it", async () => {
    const yaml = "requestTemplates:\n  application/json: |\n    #if($x)1#end\n  next: $x\n";
    expect(await scopesOf("if", yaml, "source.yaml")).toContain("keyword.control.conditional.vtl");
    expect(await scopesOf("next", yaml, "source.yaml")).toContain("entity.name.tag.yaml");
  });

  it("is not the template's in a block that is no template", async () => {
    const yaml = "run: |\n  echo $HOME #if(x)\n";
    expect(await scopesOf("HOME", yaml, "source.yaml")).not.toContain("variable.other.readwrite.vtl");
  });

  it("does not leave the string that it is in, however unfinished", async () => {
    const text = '{ "application/json": "#if($input.path(\'$.a", "after": 1 }';
    expect(await scopesOf("after", text, "source.json")).toContain("support.type.property-name.json");
  });

  it("is Terraform's in a heredoc, unless the dollar sign is doubled", async () => {
    const text = '"application/json" = <<EOT\n${var.a} $${var_b}\nEOT\nafter = 1\n';
    expect(await scopesOf("var.a", text, "source.hcl")).toContain("meta.interpolation.hcl");
    expect(await scopesOf("var_b", text, "source.hcl")).toContain("variable.other.readwrite.vtl");
  });

  it("is CloudFormation's under !Sub, unless it begins with an exclamation mark", async () => {
    const text = "a:\n  application/json: !Sub |\n    ${Table} ${!order}\n";
    expect(await scopesOf("Table", text, "source.yaml")).toContain("variable.parameter.substitution.cloudformation");
    expect(await scopesOf("order", text, "source.yaml")).toContain("variable.other.readwrite.vtl");
  });

  it("is a directive only when the word ends there", async () => {
    expect(await scopesOf("endless", "#endless", "text.vtl")).toEqual(["text.vtl"]);
    expect(await scopesOf("end", "#end.", "text.vtl")).toContain("keyword.control.end.vtl");
  });
});

/** The scopes where `part` begins. */
async function scopesOf(part: string, text: string, scopeName: string): Promise<readonly string[]> {
  const found = (await tokenize(text, scopeName)).find((line) => line.text.includes(part));
  if (found === undefined) throw new Error(`no ${part} in ${text}`);
  const at = found.text.indexOf(part);
  return found.tokens.find(({ start, end }) => start <= at && at < end)?.scopes ?? [];
}
