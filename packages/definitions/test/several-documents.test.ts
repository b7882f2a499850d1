import { describe, expect, it } from "vitest";
import { type FoundTemplate, findTemplates } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

async function find(text: string): Promise<readonly FoundTemplate[]> {
  const { templates, diagnostics } = await findTemplates({ path: "api.yaml", text }, hostWithFiles({}));
  expect(diagnostics).toEqual([]);
  return templates;
}

const manifest = (template: string): string => `kind: Integration
spec:
  type: AWS
  httpMethod: POST
  uri: arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem
  requestTemplates:
    application/json: '${template}'
`;

const openApi = `openapi: 3.0.1
paths:
  /orders:
    post:
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: "{\\"statusCode\\": 200}" }
`;

describe("a file of several YAML documents", () => {
  it("has the templates of all of them, with an address each", async () => {
    const text = ["kind: ConfigMap\n", manifest("$a"), manifest("$b")].join("---\n");
    const found = await find(text);
    expect(found.map(({ address, text: template, facts }) => [address, template, facts.integration?.service])).toEqual([
      ["/1/spec/requestTemplates/application~1json", "$a", "dynamodb"],
      ["/2/spec/requestTemplates/application~1json", "$b", "dynamodb"],
    ]);
    expect(found.map(({ range }) => text.slice(range.start, range.end))).toEqual(["$a", "$b"]);
  });

  it("is a definition by its first", async () => {
    const [alone] = await find(openApi);
    const [first, second] = await find(`${openApi}---\n${manifest("$a")}`);
    expect(first).toEqual(alone);
    expect(second?.address).toBe("/1/spec/requestTemplates/application~1json");
  });
});
