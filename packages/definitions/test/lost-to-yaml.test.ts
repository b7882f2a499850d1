import { describe, expect, it } from "vitest";
import { findTemplates } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

/** What is said of the templates of a method, `responseTemplates` being as given. */
async function said(responseTemplates: string): Promise<[string, string][]> {
  const text = `openapi: 3.0.1
paths:
  /orders:
    post:
      x-amazon-apigateway-integration:
        type: mock
        responses:
          default:
            statusCode: "200"
            responseTemplates:
${responseTemplates.replaceAll(/^(?!#)/gm, " ".repeat(14))}
`;
  const { diagnostics } = await findTemplates({ path: "api.yaml", text }, hostWithFiles({}));
  return diagnostics.map(({ code, start, end }) => [code, text.slice(start, end)]);
}

describe("a value where a template's text is due", () => {
  it.each([
    ["a map", 'application/json: {"statusCode": 200}', '{"statusCode": 200}'],
    ["a list", "application/json: [1, 2]", "[1, 2]"],
  ])("%s is reported", async (_, template, place) => {
    expect(await said(template)).toEqual([["template-not-text", place]]);
  });

  it.each(["application/json: '{}'", "application/json: null", "application/json: !Ref Text", "$ref: x.yaml"])(
    "%s is not",
    async (template) => {
      expect((await said(template)).filter(([code]) => code === "template-not-text")).toEqual([]);
    },
  );

  it("is not where the integration is a proxy, which ignores its templates", async () => {
    const text = `openapi: 3.0.1
paths:
  /orders:
    post:
      x-amazon-apigateway-integration:
        type: aws_proxy
        requestTemplates: {application/json: {statusCode: 200}}
`;
    const { diagnostics } = await findTemplates({ path: "api.yaml", text }, hostWithFiles({}));
    expect(diagnostics).toEqual([]);
  });

  it("is known by its content type: other files have such keys too", async () => {
    const text = '{"requestTemplates": {"json": {"a": 1}}}';
    const { diagnostics } = await findTemplates({ path: "x.json", text }, hostWithFiles({}));
    expect(diagnostics).toEqual([]);
  });
});

describe("a directive that is a comment of YAML", () => {
  it.each([
    ["that is all there is", 'application/json: #set($x = 1) {"a": $x}', '#set($x = 1) {"a": $x}'],
    ["behind a plain text", "text/plain: $input.path('$.a') #if($x) more #end", "#if($x) more #end"],
    ["behind quotes", "text/plain: '$x' #end", "#end"],
    ["left of a block", "text/plain: |\n  #if($x)\n  a\n\n#{else}\n", "#{else}"],
    ["left of a block of Fn::Sub", "text/plain: !Sub |\n  #if($x)\n  a\n#end", "#end"],
  ])("%s is reported", async (_, template, place) => {
    expect(await said(template)).toEqual([["template-lost-to-yaml", place]]);
  });

  it.each([
    ["words", "text/plain: a # if (it is short)"],
    ["a template that is switched off", "text/plain: a\n# text/html: |\n#   #set($x = 1)"],
    ["words left of a block", "text/plain: |\n  a\n# the end"],
    ["none", "text/plain: |\n  a\n\n  #end"],
  ])("but not %s", async (_, template) => {
    expect(await said(template)).toEqual([]);
  });
});

describe("lines that YAML joins to a comment of Velocity", () => {
  it.each([
    ["behind >", 'application/json: >\n  ## Answer\n  {"a": 1}\n', '## Answer\n                {"a": 1}'],
    ["in quotes", 'application/json: "a ## of\n  $x"', "## of\n                $x"],
    ["without any", "application/json: a$x## of\n  $y", "## of\n                $y"],
  ])("%s are reported", async (_, template, place) => {
    expect(await said(template)).toEqual([["template-lost-to-yaml", place]]);
  });

  it.each([
    ["lines that are kept", 'application/json: |\n  ## Answer\n  {"a": 1}\n'],
    ["a blank line after it", 'application/json: >\n  ## Answer\n\n  {"a": 1}\n'],
    ["the last line", 'application/json: >\n  {"a": 1}\n  ## Answer\n'],
    ["more indented lines", 'application/json: >\n    {"a": 1}\n      ## Answer\n    {}\n'],
    ["prose", "application/json: >\n  ## What the service\n  answers\n"],
    ["what a serializer wraps", 'application/json: "## What\\\n  \\ $x is"'],
    ["a comment that is closed", 'application/json: >\n  #* Answer *#\n  {"a": 1}\n'],
  ])("but not %s", async (_, template) => {
    expect(await said(template)).toEqual([]);
  });
});

describe("a chart of Kubernetes", () => {
  const chart = (rest: string) => `apiVersion: apps/v1
kind: Deployment
spec:
  {{- if .Values.a }}
  template: a
${rest}`;

  it("has templates that are none, and is not read", async () => {
    const { diagnostics } = await findTemplates({ path: "deployment.yaml", text: chart("") }, hostWithFiles({}));
    expect(diagnostics).toEqual([]);
  });

  it("is read where it has mapping templates", async () => {
    const text = chart("  requestTemplates: {}\n");
    const { diagnostics } = await findTemplates({ path: "deployment.yaml", text }, hostWithFiles({}));
    expect(diagnostics.map(({ code }) => code)).toContain("host-syntax");
  });
});
