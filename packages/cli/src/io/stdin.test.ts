import { describe, expect, it } from "vitest";
import { vtl } from "../testing/memory-io.js";

const API = `openapi: 3.0.1
info: { title: items, version: "1" }
paths:
  /a:
    post:
      responses: { "200": {} }
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
        responses: { default: { statusCode: "200", responseTemplates: { application/json: 'hello' } } }
`;
const AWS = API.replace("type: mock", 'type: aws\n        uri: "arn:aws:apigateway:us-east-1:events:action/List"');
const files = { "t.vtl": "[$input.body]", "api.yaml": API, "aws.yaml": AWS };

describe("- is stdin", () => {
  it.each<[args: readonly string[], stdin: string, stdout: string]>([
    [["render", "-", "--data", "b"], "<$input.body>", "<b>"],
    [["render", "t.vtl", "--body", "-"], "b", "[b]"],
    [["render", "t.vtl", "--data", "-"], "b", "[b]"],
    [["render", "t.vtl", "--data", "@-"], "b", "[b]"],
    [["render", "t.vtl", "--event", "-"], '{"body": "e"}', "[e]"],
    [["compile", "-"], "x", "export"],
    [["lint", "-", "-f", "unix"], "#if($x)", "stdin.vtl:1:"],
    [["lint", "-", "--stdin-filename", "a.yaml", "-f", "json"], API, '"filePath": "a.yaml"'],
    [["format", "-"], '{"a":1}', '{ "a": 1 }'],
    [["format", "-", "--check"], '{"a":1}', "stdin.vtl"],
    [["templates", "-", "--stdin-filename", "a.yaml"], API, "POST /a"],
    [["invoke", "-", "POST", "/a"], API, "hello"],
    [["invoke", "api.yaml", "POST", "/a", "-d", "-"], "{}", "hello"],
    [["invoke", "api.yaml", "POST", "/a", "--body", "-"], "{}", "hello"],
    [["invoke", "aws.yaml", "POST", "/a", "--stub", "-"], "answers: [{ respond: { status: 200 } }]", "hello"],
    [["invoke", "api.yaml", "POST", "/a", "--items", "-"], "{}", "hello"],
  ])("in vtl %j", async (args, stdin, expected) => {
    const { stdout, stderr } = await vtl(args, { files, stdin });
    expect(stdout + (stdout === "" ? stderr : "")).toContain(expected);
  });

  it.each([
    [["lint", "-", "t.vtl"], "- stands for stdin and takes no paths beside it"],
    [["format", "-", "t.vtl"], "- stands for stdin and takes no paths beside it"],
    [["templates", "t.vtl", "-"], "- stands for stdin and takes no paths beside it"],
    [["format", "-", "--write"], "--write has no file to write"],
    [["render", "-", "--body", "-"], "not for the template and --body"],
    [["invoke", "-", "POST", "/a", "-d", "-"], "not for the API and --data"],
    [["serve", "-", "--stub", "-"], "not for the API and --stub"],
  ])("once, and for one thing: vtl %j", async (args, message) => {
    const { code, stderr } = await vtl(args, { files, stdin: "x" });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
