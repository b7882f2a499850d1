import { describe, expect, it } from "vitest";
import { findTemplates } from "../src/index.js";
import { grammarHost } from "./grammar-host.js";

const map = (value: string) => `new MockIntegration({ requestTemplates: { "a/b": ${value} } });`;

describe("the method and path of a template in a program", () => {
  const routes = async (path: string, text: string) =>
    (await findTemplates({ path, text }, grammarHost)).templates.map(({ facts }) => [
      facts.httpMethod,
      facts.path,
      facts.integration?.type,
    ]);

  it.each([
    [
      "where the integration stands",
      `const orders = api.root.addResource("orders");\norders.addResource("{id}").addMethod("GET", ${map("'{}'").replace("new ", "new apigw.").replace(";", "")});`,
      ["GET", "/orders/{id}"],
    ],
    [
      "of an integration with a name",
      `const put = ${map("'{}'")}\napi.root.resourceForPath("/a/b/").addMethod(apigw.HttpMethod.PUT, put);`,
      ["PUT", "/a/b"],
    ],
    [
      "of options with a name, through a function",
      `const options = { requestTemplates: { "a/b": "{}" } };\nconst make = () => new MockIntegration(options);\nthis.api.root.addMethod("post", make());`,
      ["POST", "/"],
    ],
    [
      "but not of one that two methods share",
      `const both = ${map("'{}'")}\napi.root.addMethod("GET", both);\napi.root.addMethod("PUT", both);`,
      [undefined, undefined],
    ],
    [
      "as far as the file shows it",
      `function add(parent: IResource) { parent.addResource("x").addMethod("GET", ${map("'{}'").replace(";", "")}); }`,
      ["GET", undefined],
    ],
    [
      "that the one call of a helper gives",
      `class S { constructor() { this.mock(api.root.addResource("y"), "GET"); }\n  private mock(at: IResource, method: string) { at.addResource("x").addMethod(method, ${map("'{}'").replace(";", "")}); } }`,
      ["GET", "/y/x"],
    ],
    [
      "unless its calls differ",
      `const mock = (at: IResource, method: string) => { at.addMethod(method, ${map("'{}'").replace(";", "")}); };\nmock(api.root, "GET");\nmock(api.root, "PUT");`,
      [undefined, undefined],
    ],
    [
      "below a root with a name of its own",
      `const { root } = api;\nroot.addResource("x").addMethod("GET", ${map("'{}'").replace(";", "")});`,
      ["GET", "/x"],
    ],
    [
      "where names are computed",
      `const all = api.root.addResource(model.toLowerCase());\nall.addResource(\`{\${id}}\`).addMethod("GET", ${map("'{}'").replace(";", "")});`,
      ["GET", "/<model.toLowerCase>/<id>"],
    ],
    [
      "of CDK's constructs for methods and resources",
      `const at = new apigw.Resource(this, "r", { parent: api.root.addResource("a"), pathPart: "b" });\nnew apigw.Method(this, "m", { httpMethod: "PUT", resource: at, integration: ${map("'{}'").replace(";", "")} });`,
      ["PUT", "/a/b"],
    ],
    [
      "of CloudFormation's constructs",
      `const a = new CfnResource(this, "a", { parentId: api.attrRootResourceId, pathPart: "a", restApiId: api.ref });\nnew CfnMethod(this, "m", { httpMethod: "GET", resourceId: a.ref, integration: { type: "MOCK", requestTemplates: { "a/b": "{}" } } });`,
      ["GET", "/a"],
    ],
    [
      "of Pulumi's constructs",
      `const a = new aws.apigateway.Resource("a", { restApi: api.id, parentId: api.rootResourceId, pathPart: "a" });
const b = new aws.apigateway.Resource("b", { restApi: api.id, parentId: a.id, pathPart: "{id}" });
const get = new aws.apigateway.Method("get", { restApi: api.id, resourceId: b.id, httpMethod: "GET" });
new aws.apigateway.Integration("i", { resourceId: b.id, httpMethod: get.httpMethod, type: "MOCK", requestTemplates: { "a/b": "{}" } });`,
      ["GET", "/a/{id}"],
    ],
    [
      "as far as Pulumi's constructs show it",
      `new aws.apigateway.Integration("i", { resourceId: made[0].id, httpMethod: "GET", type: "MOCK", requestTemplates: { "a/b": "{}" } });`,
      ["GET", undefined],
    ],
  ])("are those %s", async (_, text, route) => {
    expect(await routes("stack.ts", text)).toEqual([[...route, "MOCK"]]);
  });

  it("are those that a helper is given with it", async () => {
    const helper = (resource: string) =>
      `addMethodTo({ apiMethod: "POST", apiResource: ${resource}, requestTemplate: "{}" });`;
    expect(await routes("stack.ts", helper(`this.api.root.addResource("x")`))).toEqual([["POST", "/x", undefined]]);
    expect(await routes("stack.ts", helper("given"))).toEqual([[undefined, undefined, undefined]]);
  });

  it("are those of add_method in Python", async () => {
    const text = `orders = api.root.add_resource("orders")
put = apigw.MockIntegration(request_templates={"a/b": "{}"})
orders.add_method("PUT", put)
`;
    expect(await routes("stack.py", text)).toEqual([["PUT", "/orders", "MOCK"]]);
  });

  it("are those of Pulumi's constructs in Python", async () => {
    const text = `a = aws.apigateway.Resource("a", parent_id=api.root_resource_id, path_part="a")
get = aws.apigateway.Method("get", resource_id=a.id, http_method="GET")
aws.apigateway.Integration("i", resource_id=a.id, http_method=get.http_method, type="MOCK", request_templates={"a/b": "{}"})
`;
    expect(await routes("__main__.py", text)).toEqual([["GET", "/a", "MOCK"]]);
  });
});

it.each([
  [`new CfnIntegration(this, "i", { apiId: api.id, integrationType: "HTTP", requestTemplates: { $default: "{}" } });`],
  [`new WebSocketMockIntegration("i", { requestTemplates: { "200": "{}" }, templateSelectionExpression: "200" });`],
  [`new aws.apigatewayv2.Integration("i", { apiId: api.id, requestTemplates: { $default: "{}" } });`],
])("an integration of a WebSocket API is known by its settings: %s", async (text) => {
  const { templates } = await findTemplates({ path: "stack.ts", text }, grammarHost);
  expect(templates.map(({ facts }) => facts.apiType)).toEqual(["WEBSOCKET"]);
});

describe("the route of a template of a WebSocket API", () => {
  const integration = (name: string) => `new ${name}("i", { requestTemplates: { $default: "{}" } })`;

  it.each([
    ["a.ts", `api.addRoute("send", { integration: ${integration("WebSocketAwsIntegration")} });`, "send"],
    [
      "a.ts",
      `const put = ${integration("WebSocketMockIntegration")};\napi.addRoute(KEY, { integration: put });\nconst KEY = "put";`,
      "put",
    ],
    [
      "a.ts",
      `new WebSocketApi(this, "a", { connectRouteOptions: { integration: ${integration("WebSocketAwsIntegration")} } });`,
      "$connect",
    ],
    [
      "a.ts",
      `new apigw.WebSocketRoute(this, "r", { routeKey: "r", integration: ${integration("WebSocketAwsIntegration")} });`,
      "r",
    ],
    [
      "a.py",
      'api.add_route("send", integration=WebSocketAwsIntegration("i", request_templates={"$default": "{}"}))',
      "send",
    ],
    [
      "a.py",
      'WebSocketApi(self, "a", default_route_options=Options(integration=WebSocketAwsIntegration("i", request_templates={"$default": "{}"})))',
      "$default",
    ],
  ])("is known in %s: %s", async (path, text, routeKey) => {
    const { templates } = await findTemplates({ path, text }, grammarHost);
    expect(templates.map(({ facts }) => [facts.apiType, facts.routeKey])).toEqual([["WEBSOCKET", routeKey]]);
  });
});

it.each([
  [
    "a.ts",
    `const put = new CfnIntegration(this, "i", { apiId: a.ref, requestTemplates: { $default: "{}" } });
new CfnIntegrationResponse(this, "s", { apiId: a.ref, integrationId: put.ref, responseTemplates: { $default: "" } });
new apigwv2.CfnRoute(this, "r", { apiId: a.ref, routeKey: "put", target: \`integrations/\${put.ref}\` });
new apigwv2.CfnRoute(this, "o", { apiId: a.ref, routeKey: "other", target: \`integrations/\${other.ref}\`, note: put.ref });`,
    ["put", "put"],
  ],
  [
    "a.ts",
    `const put = new CfnIntegration(this, "i", { apiId: a.ref, requestTemplates: { $default: "{}" } });
for (const key of KEYS) new CfnRoute(this, key, { routeKey: key, target: "integrations/" + put.ref });
new CfnRoute(this, "h", { routeKey: "GET /a", target: "integrations/" + put.ref });`,
    [undefined],
  ],
  [
    "a.py",
    `put = aws.apigatewayv2.Integration("i", api_id=a.id, request_templates={"$default": "{}"})
aws.apigatewayv2.Route("r", api_id=a.id, route_key="put", target=put.id.apply(lambda id: f"integrations/{id}"))`,
    ["put"],
  ],
])("is told in %s by the route that names the integration: %s", async (path, text, keys) => {
  const { templates } = await findTemplates({ path, text }, grammarHost);
  expect(templates.map(({ facts }) => facts.routeKey)).toEqual(keys);
});

it("a text with a template's name is none where it is added to", async () => {
  const text = "let requestTemplate = '{\"a\": {';\nrequestTemplate += '}}';\n";
  const found = async (program: string) =>
    (await findTemplates({ path: "a.js", text: program }, grammarHost)).templates;
  expect(await found(text)).toEqual([]);
  expect(await found(text.split("\n")[0]!)).toHaveLength(1);
});
