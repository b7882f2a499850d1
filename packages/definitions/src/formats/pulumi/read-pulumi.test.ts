import { describe, expect, it } from "vitest";
import { editTemplate } from "../../edit-template.js";
import { findTemplates } from "../../find-templates.js";
import { readApi } from "../../testing/read-api.js";
import { applyTextEdits } from "../../text-edit.js";

const PROGRAM = `name: orders
runtime: { name: yaml }
config:
  part: { default: orders }
variables:
  status: "200"
resources:
  queue:
    type: aws:sqs:Queue
    properties: { name: orders-queue }
  send-order:
    type: aws:lambda/function:Function
    properties: { name: send, handler: index.handler }
  api:
    type: aws:apigateway:RestApi
    properties: { name: orders, binaryMediaTypes: [image/png] }
  orders:
    type: aws:apigateway:Resource
    properties: { restApi: "\${api.id}", parentId: "\${api.rootResourceId}", pathPart: "\${part}" }
  post:
    type: aws:apigateway/method:Method
    properties:
      restApi: \${api.id}
      resourceId: \${orders.id}
      httpMethod: POST
      authorization: NONE
      requestParameters: { method.request.header.X-Id: true }
  ok:
    type: aws:apigateway:MethodResponse
    properties: { restApi: "\${api.id}", resourceId: "\${orders.id}", httpMethod: "\${post.httpMethod}", statusCode: 200 }
  integration:
    type: aws:apigateway:Integration
    properties:
      restApi: \${api.id}
      resourceId: \${orders.id}
      httpMethod: \${post.httpMethod}
      type: AWS
      integrationHttpMethod: PUT
      uri: arn:aws:apigateway:us-east-1:sqs:path/1/\${queue.name}
      requestTemplates:
        application/json: |
          #set($$a = 1)Queue=\${queue.name}&Url=\${queue.url}&Body=$\${a}
        text/plain: { fn::readFile: plain.vtl }
  answer:
    type: aws:apigateway:IntegrationResponse
    properties:
      restApi: \${api.id}
      resourceId: \${orders.id}
      httpMethod: \${integration.httpMethod}
      statusCode: \${ok.statusCode}
      responseTemplates: { application/json: '{"ok": true}' }
  denied:
    type: aws:apigateway:Response
    properties: { restApiId: "\${api.id}", responseType: UNAUTHORIZED, statusCode: "401" }
`;
const FILES = { "Pulumi.yaml": PROGRAM, "plain.vtl": "$input.body" };
const host = { readFile: async (path: string) => FILES[path as keyof typeof FILES] };

describe("Pulumi.yaml", () => {
  it("makes an API of its resources, each of which names the others", async () => {
    const api = await readApi(FILES, { parameters: { "queue.url": "https://q" } });
    expect(api.problems).toEqual([]);
    expect(api.definition).toMatchObject({ name: "orders", binaryMediaTypes: ["image/png"] });
    expect(api.definition.functions).toMatchObject({ send: { handler: "index.handler" } });
    expect(api.definition.gatewayResponses).toMatchObject({ UNAUTHORIZED: { statusCode: "401" } });
    const { integration, ...route } = api.route("POST /orders");
    expect(route).toMatchObject({
      requestParameters: [{ name: "X-Id", location: "header", required: true }],
      methodResponses: [{ statusCode: "200" }],
    });
    expect(integration).toMatchObject({
      type: "AWS",
      httpMethod: "PUT",
      uri: "arn:aws:apigateway:us-east-1:sqs:path/1/orders-queue",
      requestTemplates: [
        { contentType: "application/json", text: "#set($a = 1)Queue=orders-queue&Url=https://q&Body=${a}\n" },
        { contentType: "text/plain", text: "$input.body" },
      ],
      responses: [{ statusCode: "200", responseTemplates: [{ text: '{"ok": true}' }] }],
    });
  });

  it("names what only the deployment knows", async () => {
    expect((await readApi(FILES)).problems).toEqual([
      expect.stringMatching(/^definition-unresolved .*queue\.url is known only once the API is deployed/),
    ]);
  });

  it("has templates once, with their routes, and with holes where Pulumi fills in something", async () => {
    const { templates } = await findTemplates({ path: "Pulumi.yaml", text: PROGRAM }, host);
    expect(templates.map(({ address, facts }) => [address, facts.httpMethod, facts.path, facts.direction])).toEqual([
      ["/resources/integration/properties/requestTemplates/application~1json", "POST", "/orders", "request"],
      ["/resources/answer/properties/responseTemplates/application~1json", "POST", "/orders", "response"],
      ["/resources/integration/properties/requestTemplates/text~1plain", "POST", "/orders", "request"],
    ]);
    const [request] = templates;
    if (request === undefined) throw new Error("no template");
    const holes = request.holes.map(({ start, end }) => request.text.slice(start, end));
    expect(holes).toHaveLength(2);
    expect(request.text.endsWith("&Body=${a}\n")).toBe(true);
    expect(request.facts.integration?.service).toBe("sqs");
  });

  it("takes values that are written as JSON: templates, and a whole OpenAPI document", async () => {
    const text = `runtime: yaml
resources:
  api:
    type: aws:apigateway:RestApi
    properties:
      body:
        fn::toJSON:
          openapi: 3.0.1
          paths:
            /a:
              get:
                x-amazon-apigateway-integration:
                  type: mock
                  requestTemplates:
                    application/json: { fn::toJSON: { statusCode: 200, a: "<\${api.name}>" } }
`;
    const { templates } = await findTemplates({ path: "Pulumi.yaml", text }, host);
    expect(templates.map(({ facts }) => `${facts.httpMethod} ${facts.path}`)).toEqual(["GET /a"]);
    const deployed = await readApi({ "Pulumi.yaml": text }, { parameters: { "api.name": "n" } });
    expect(deployed.route("GET /a").integration?.requestTemplates).toMatchObject([
      { text: '{"a":"\\u003cn\\u003e","statusCode":200}' },
    ]);
  });

  it("loses nothing else where names lead to each other in a circle", async () => {
    const text = `runtime: yaml
variables: { a: "\${b}", b: "\${a}", c: "x\${c}" }
resources:
  m:
    type: aws:apigateway:Integration
    properties: { httpMethod: "\${a}", uri: "\${c}", requestTemplates: { text/plain: "\${c} $$input.body", text/css: "\${a}" } }
`;
    const { templates } = await findTemplates({ path: "Pulumi.yaml", text }, host);
    expect(templates.map(({ facts }) => facts.contentType)).toContain("text/plain");
  });

  it("keeps what is written into a template from being filled in", async () => {
    const { templates } = await findTemplates({ path: "Pulumi.yaml", text: PROGRAM }, host);
    const [request] = templates;
    if (request === undefined) throw new Error("no template");
    const start = request.text.indexOf("${a}");
    const outcome = editTemplate(request, PROGRAM, [{ start, end: start + 4, newText: "$$b${c}" }]);
    if (!outcome.ok) throw new Error("the edit is refused");
    const text = applyTextEdits(PROGRAM, outcome.edits);
    const [again] = (await findTemplates({ path: "Pulumi.yaml", text }, host)).templates;
    expect(again?.text).toBe(request.text.replace("${a}", () => "$$b${c}"));
  });
});
