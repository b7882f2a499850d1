import { describe, expect, it } from "vitest";
import { type FoundTemplate, findTemplates } from "../src/index.js";
import { grammarHost } from "./grammar-host.js";

async function find(path: string, text: string): Promise<readonly FoundTemplate[]> {
  return (await findTemplates({ path, text }, grammarHost)).templates;
}

const textsIn = async (path: string, program: string) => (await find(path, program)).map(({ text }) => text);

describe("programs", () => {
  it("read templates that are assigned to members and entries", async () => {
    const text = `class Sqs { constructor() {
  this.requestTemplates["a/entry"] = "{}";
  this.requestTemplates = props.templates || { "a/or": "[]" };
  params.responseTemplates = { "a/member": "1" };
  props.requestTemplate["TableName"] = "t";
} }`;
    const contentTypes = async (path: string, program: string) =>
      (await find(path, program)).map(({ facts, text }) => [facts.direction, facts.contentType, text]);
    expect(await contentTypes("sqs.ts", text)).toEqual([
      ["request", "a/entry", "{}"],
      ["request", "a/or", "[]"],
      ["response", "a/member", "1"],
    ]);
    const python =
      'request_templates = {}\nrequest_templates["a/b"] = json.dumps({"c": 1})\nself.response_templates = {"a/d": ""}\n';
    expect(await contentTypes("sqs.py", python)).toEqual([
      ["request", "a/b", '{"c": 1}'],
      ["response", "a/d", ""],
    ]);
  });

  it("tell a variable that holds the members of a template from one that holds templates", async () => {
    const text = `response_templates = {"body": "ok", "stage": "$context.stage"}
IntegrationResponse(status_code="200", response_templates={"a/b": json.dumps(response_templates)})
request_templates = {"$default": "{}"}
`;
    const found = await textsIn("stack.py", text);
    expect(found).toEqual(['{"body": "ok", "stage": "$context.stage"}', "{}"]);
    expect(await textsIn("stack.ts", 'const requestTemplates = { body: "$input.body" };')).toEqual([]);
  });
});
