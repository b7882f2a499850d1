import { DefinitionFiles } from "@apigw-vtl/definitions";
import { resolveConfig } from "@apigw-vtl/linter";
import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { findViews } from "./find-views.js";
import type { TemplateReading } from "./template-reading.js";

const config = resolveConfig(undefined, "/api.yaml", {});

async function readingsIn(text: string, readings: readonly TemplateReading[] = [], resolved = config) {
  const document = TextDocument.create("file:///api.yaml", "yaml", 1, text);
  const { views } = await findViews(document, {
    configOf: async () => resolved,
    read: async () => undefined,
    listFolder: async () => [],
    files: new DefinitionFiles(),
    loadGrammar: async () => {
      throw new Error("YAML needs no grammar");
    },
    toldOf: () => undefined,
    readings,
  });
  return views.map(({ reading }) => reading);
}

const api = (method: string, first: string, second: string): string => `openapi: 3.0.1
paths:
  /orders:
    ${method}:
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates:
          application/json: '${first}'
          text/plain: '${second}'
`;

describe("what is known of a template", () => {
  it("is taken over by the next version of the document while the template stays as it is", async () => {
    const before = await readingsIn(api("get", "{}", "$input.body"));
    const after = await readingsIn(
      `# moved down by a line\n${api("get", `{"statusCode": 200}`, "$input.body")}`,
      before,
    );
    expect(after.map(({ source }) => source)).toEqual([`{"statusCode": 200}`, "$input.body"]);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  it("is found anew when the host says something else about it", async () => {
    const before = await readingsIn(api("get", "{}", "$input.body"));
    const after = await readingsIn(api("post", "{}", "$input.body"), before);
    expect(after[1]?.source).toBe("$input.body");
    expect(after[1]).not.toBe(before[1]);
  });

  it("is found anew when the configuration is another one", async () => {
    const before = await readingsIn(api("get", "{}", "$input.body"));
    const after = await readingsIn(api("get", "{}", "$input.body"), before, { ...config });
    expect(after[1]).not.toBe(before[1]);
  });
});
