import { describe, expect, it } from "vitest";
import { findTemplates } from "../src/index.js";
import { grammarHost } from "./grammar-host.js";

const service = (event: string) => `service: s
provider: { name: aws }
stepFunctions:
  stateMachines:
    flow:
      events:
        - http: ${event}
      definition: { StartAt: A }
`;

async function find(event: string) {
  const { templates } = await findTemplates({ path: "serverless.yml", text: service(event) }, grammarHost);
  return templates;
}

describe("an http event of a state machine", () => {
  it("starts an execution, which no function stands behind", async () => {
    const [template, ...others] = await find(
      "{ path: runs, method: post, request: { template: { application/json: '{}' } } }",
    );
    expect(others).toEqual([]);
    expect(template?.facts).toMatchObject({
      httpMethod: "POST",
      path: "/runs",
      integration: {
        type: "AWS",
        service: "states",
        action: "StartExecution",
        passthroughBehavior: "NEVER",
        requestTemplates: ["application/json", "application/x-www-form-urlencoded"],
      },
    });
  });

  it("runs the action that it names", async () => {
    const event =
      "{ path: runs, method: get, action: DescribeExecution, request: { template: { application/json: '{}' } } }";
    expect((await find(event))[0]?.facts.integration).toMatchObject({
      action: "DescribeExecution",
      passthroughBehavior: "WHEN_NO_TEMPLATES",
    });
  });

  it("has no template of its own by the name of one that the plugin has", async () => {
    expect(await find("{ path: runs, method: post, request: { template: lambda_proxy } }")).toEqual([]);
  });

  it("has the templates of its responses", async () => {
    const common = await find("{ path: runs, method: post, response: { template: { application/json: ok } } }");
    expect(common.map(({ text, facts }) => [text, facts.response])).toMatchObject([["ok", { statusCode: "200" }]]);
    const responses =
      "{ 201: { selectionPattern: '', responseTemplates: { a/b: made } }, 409: { responseTemplates: { a/b: no } } }";
    const each = await find(`{ path: runs, method: post, responses: ${responses} }`);
    expect(each.map(({ text, facts }) => [text, facts.response])).toMatchObject([
      ["made", { statusCode: "201", selectionPattern: "" }],
      ["no", { statusCode: "409", selectionPattern: "409" }],
    ]);
  });
});
