import type { FoundFacts } from "../src/index.js";

/** What is read of a fact, and where it stands in the files of a format. */
export interface FactCell {
  /** In the words of the format. */
  readonly from: string;
  readonly value: unknown;
}

/** A format with an API that says all that it can say of a template. */
export interface FactColumn {
  readonly format: string;
  readonly path: string;
  readonly text: string;
  /** Is part of the text of the template that the facts are of. */
  readonly template: string;
  /** A fact that is missing has no place in the format, or is not read. */
  readonly facts: Partial<Record<FactName, FactCell>>;
}

/** The facts of a table's rows, by the paths of their names. */
export const FACTS = {
  direction: ({ direction }) => direction,
  apiType: ({ apiType }) => apiType,
  contentType: ({ contentType }) => contentType,
  httpMethod: ({ httpMethod }) => httpMethod,
  path: ({ path }) => path,
  routeKey: ({ routeKey }) => routeKey,
  conditions: ({ conditions }) => (conditions.length === 0 ? undefined : conditions),
  binaryMediaTypes: ({ binaryMediaTypes }) => binaryMediaTypes,
  stageVariables: ({ stageVariables }) => stageVariables,
  "method.isPublic": ({ method }) => method?.isPublic,
  "method.requestParameters": ({ method }) => method?.requestParameters,
  "method.requestModels": ({ method }) => method?.requestModels,
  "method.responses": ({ method }) => method?.responses,
  "integration.type": ({ integration }) => integration?.type,
  "integration.proxy": ({ integration }) => integration?.proxy,
  "integration.uri": ({ integration }) => integration?.uri,
  "integration.service": ({ integration }) => integration?.service,
  "integration.action": ({ integration }) => integration?.action,
  "integration.httpMethod": ({ integration }) => integration?.httpMethod,
  "integration.passthroughBehavior": ({ integration }) => integration?.passthroughBehavior,
  "integration.contentHandling": ({ integration }) => integration?.contentHandling,
  "integration.requestParameters": ({ integration }) => integration?.requestParameters,
  "integration.requestTemplates": ({ integration }) => integration?.requestTemplates,
  "integration.responses": ({ integration }) => integration?.responses.map(({ statusCode }) => statusCode),
  "response.statusCode": ({ response }) => response?.statusCode,
  "response.selectionPattern": ({ response }) => response?.selectionPattern,
  "response.contentHandling": ({ response }) => response?.contentHandling,
  "response.responseParameters": ({ response }) => response?.responseParameters,
} as const satisfies Readonly<Record<string, (facts: FoundFacts) => unknown>>;

export type FactName = keyof typeof FACTS;

const URI = "arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem";
const MODEL = { type: "object", required: ["count"], properties: { count: { type: "integer" } } };
const PARAMETERS = [{ location: "header", name: "X-Tenant", required: true }];
const RESPONSES = [{ statusCode: "200", headers: ["X-Id"] }];
const MAPPED_HEADER = { "method.response.header.X-Id": "'1'" };
const MAPPED_QUERY = { "integration.request.querystring.tenant": "method.request.header.X-Tenant" };

const cell = (from: string, value: unknown): FactCell => ({ from, value });

/** What all formats of REST APIs say in the same words, with the keys of each. */
const ofRest = (keys: Readonly<Partial<Record<FactName, string>>>): FactColumn["facts"] =>
  Object.fromEntries(Object.entries(keys).map(([name, from]) => [name, cell(from, REST[name as FactName])]));

const REST: Readonly<Partial<Record<FactName, unknown>>> = {
  direction: "response",
  apiType: "REST",
  contentType: "application/json",
  httpMethod: "POST",
  path: "/orders",
  conditions: ["Wide"],
  binaryMediaTypes: ["image/png"],
  stageVariables: ["shop"],
  "method.isPublic": true,
  "method.requestParameters": PARAMETERS,
  "method.requestModels": { "application/json": MODEL },
  "method.responses": RESPONSES,
  "integration.type": "AWS",
  "integration.proxy": false,
  "integration.uri": URI,
  "integration.service": "dynamodb",
  "integration.action": "PutItem",
  "integration.httpMethod": "POST",
  "integration.passthroughBehavior": "NEVER",
  "integration.contentHandling": "CONVERT_TO_TEXT",
  "integration.requestParameters": MAPPED_QUERY,
  "integration.requestTemplates": ["application/json"],
  "integration.responses": ["200"],
  "response.statusCode": "200",
  "response.selectionPattern": "2..",
  "response.contentHandling": "CONVERT_TO_TEXT",
  "response.responseParameters": MAPPED_HEADER,
};

/** Of a CloudFormation method in YAML, at a depth. */
const METHOD = `Type: AWS::ApiGateway::Method
Properties:
  RestApiId: !Ref Api
  ResourceId: !Ref Orders
  HttpMethod: POST
  AuthorizationType: NONE
  RequestParameters: { method.request.header.X-Tenant: true }
  RequestModels: { application/json: !Ref Order }
  MethodResponses:
    - { StatusCode: "200", ResponseParameters: { method.response.header.X-Id: true } }
  Integration:
    Type: AWS
    IntegrationHttpMethod: POST
    Uri: ${URI}
    PassthroughBehavior: NEVER
    ContentHandling: CONVERT_TO_TEXT
    RequestParameters: { integration.request.querystring.tenant: method.request.header.X-Tenant }
    RequestTemplates: { application/json: "{}" }
    IntegrationResponses:
      - StatusCode: "200"
        SelectionPattern: "2.."
        ContentHandling: CONVERT_TO_TEXT
        ResponseParameters: { method.response.header.X-Id: "'1'" }
        ResponseTemplates:
          application/json: !If [Wide, '{"found": true}', !Ref AWS::NoValue]`;

const RESOURCES = `Stage:
  Type: AWS::ApiGateway::Stage
  Properties: { RestApiId: !Ref Api, StageName: test, Variables: { shop: one } }
Orders:
  Type: AWS::ApiGateway::Resource
  Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: orders }
Order:
  Type: AWS::ApiGateway::Model
  Properties:
    RestApiId: !Ref Api
    ContentType: application/json
    Schema: ${JSON.stringify(MODEL)}
Method:
  ${METHOD.replaceAll("\n", "\n  ")}`;

const indented = (text: string, by: number): string => text.replaceAll("\n", `\n${" ".repeat(by)}`);

const CLOUDFORMATION_KEYS: Readonly<Partial<Record<FactName, string>>> = {
  direction: "`ResponseTemplates`, `RequestTemplates`",
  apiType: "`Type` of the resource",
  contentType: "the key of the template",
  httpMethod: "`HttpMethod`",
  stageVariables: "`Variables` of the stage",
  path: "`ResourceId`, and each `PathPart` up to the API",
  conditions: "`Fn::If`",
  binaryMediaTypes: "`BinaryMediaTypes` of the API",
  "method.isPublic": "`AuthorizationType` of the method",
  "method.requestParameters": "`RequestParameters` of the method",
  "method.requestModels": "`RequestModels`, and the `Schema` of each model",
  "method.responses": "`MethodResponses`",
  "integration.type": "`Type`",
  "integration.proxy": "`Type`",
  "integration.uri": "`Uri`",
  "integration.service": "`Uri`",
  "integration.action": "`Uri`",
  "integration.httpMethod": "`IntegrationHttpMethod`",
  "integration.passthroughBehavior": "`PassthroughBehavior`",
  "integration.contentHandling": "`ContentHandling`",
  "integration.requestParameters": "`RequestParameters` of the integration",
  "integration.requestTemplates": "keys of `RequestTemplates`",
  "integration.responses": "`IntegrationResponses`",
  "response.statusCode": "`StatusCode`",
  "response.selectionPattern": "`SelectionPattern`",
  "response.contentHandling": "`ContentHandling`",
  "response.responseParameters": "`ResponseParameters`",
};

const openApiIntegration = (template: string) => `
        type: aws
        httpMethod: POST
        uri: ${URI}
        passthroughBehavior: never
        contentHandling: CONVERT_TO_TEXT
        requestParameters: { integration.request.querystring.tenant: method.request.header.X-Tenant }
        requestTemplates: { application/json: "{}" }
        responses:
          "2..":
            statusCode: "200"
            contentHandling: CONVERT_TO_TEXT
            responseParameters: { method.response.header.X-Id: "'1'" }
            responseTemplates:
              application/json: ${template}`;

const OPENAPI_KEYS: Readonly<Partial<Record<FactName, string>>> = {
  direction: "`responseTemplates`, `requestTemplates`",
  apiType: "the document",
  contentType: "the key of the template",
  httpMethod: "the key of the operation",
  path: "the key of the path",
  binaryMediaTypes: "`x-amazon-apigateway-binary-media-types`",
  "method.requestParameters": "`parameters` of path and operation",
  "method.responses": "`responses` of the operation, of three digits",
  "integration.type": "`type`",
  "integration.proxy": "`type`",
  "integration.uri": "`uri`",
  "integration.service": "`uri`",
  "integration.action": "`uri`",
  "integration.httpMethod": "`httpMethod`",
  "integration.passthroughBehavior": "`passthroughBehavior`",
  "integration.contentHandling": "`contentHandling`",
  "integration.requestParameters": "`requestParameters`",
  "integration.requestTemplates": "keys of `requestTemplates`",
  "integration.responses": "`responses` of the integration",
  "response.statusCode": "`statusCode`",
  "response.selectionPattern": "the key of the response",
  "response.contentHandling": "`contentHandling`",
  "response.responseParameters": "`responseParameters`",
};

const openApi3 = (template: string) => `openapi: 3.0.1
info: { title: shop, version: "1" }
x-amazon-apigateway-binary-media-types: [image/png]
paths:
  /orders:
    post:
      parameters: [{ name: X-Tenant, in: header, required: true }]
      requestBody: { content: { application/json: { schema: ${JSON.stringify(MODEL)} } } }
      responses: { "200": { headers: { X-Id: {} } }, default: {} }
      x-amazon-apigateway-integration:${openApiIntegration(template)}
`;

const TERRAFORM_KEYS: Readonly<Partial<Record<FactName, string>>> = {
  ...Object.fromEntries(
    Object.entries(CLOUDFORMATION_KEYS)
      .filter(([name]) => name !== "conditions")
      .map(([name, from]) => [
        name,
        from.replaceAll(/`([A-Z]\w*)`/g, (_, key: string) => `\`${key.replaceAll(/\B[A-Z]/g, "_$&").toLowerCase()}\``),
      ]),
  ),
  apiType: "type of the resource",
  path: "`resource_id`, and each `path_part` up to the API",
  conditions: "`? :`",
  "method.isPublic": "`authorization`",
  "method.responses": "`aws_api_gateway_method_response`",
  "integration.responses": "`aws_api_gateway_integration_response`",
};

/** What `Pulumi.yaml` says: all that Terraform's resources do, but for conditions, which YAML has none of. */
const PULUMI_YAML_KEYS: Readonly<Partial<Record<FactName, string>>> = {
  ...Object.fromEntries(
    Object.entries(CLOUDFORMATION_KEYS)
      .filter(([name]) => name !== "conditions")
      .map(([name, from]) => [
        name,
        from.replaceAll(/`([A-Z])(\w*)`/g, (_, first: string, rest: string) => `\`${first.toLowerCase()}${rest}\``),
      ]),
  ),
  apiType: "`type` of the resource",
  path: "`resourceId`, and each `pathPart` up to the API",
  "method.isPublic": "`authorization`",
  "method.responses": "`aws:apigateway:MethodResponse`",
  "integration.responses": "`aws:apigateway:IntegrationResponse`",
};

const PULUMI_YAML = `name: shop
runtime: yaml
resources:
  api: { type: "aws:apigateway:RestApi", properties: { name: shop, binaryMediaTypes: [image/png] } }
  orders:
    type: aws:apigateway:Resource
    properties: { restApi: "\${api.id}", parentId: "\${api.rootResourceId}", pathPart: orders }
  test:
    type: aws:apigateway:Stage
    properties: { restApi: "\${api.id}", stageName: test, variables: { shop: one } }
  order:
    type: aws:apigateway:Model
    properties: { restApi: "\${api.id}", name: Order, contentType: application/json, schema: { fn::toJSON: ${JSON.stringify(MODEL)} } }
  post:
    type: aws:apigateway:Method
    properties:
      restApi: \${api.id}
      resourceId: \${orders.id}
      httpMethod: POST
      authorization: NONE
      requestParameters: { method.request.header.X-Tenant: true }
      requestModels: { application/json: "\${order.name}" }
  ok:
    type: aws:apigateway:MethodResponse
    properties:
      restApi: \${api.id}
      resourceId: \${orders.id}
      httpMethod: \${post.httpMethod}
      statusCode: "200"
      responseParameters: { method.response.header.X-Id: true }
  put:
    type: aws:apigateway:Integration
    properties:
      restApi: \${api.id}
      resourceId: \${orders.id}
      httpMethod: \${post.httpMethod}
      type: AWS
      integrationHttpMethod: POST
      uri: ${URI}
      passthroughBehavior: NEVER
      contentHandling: CONVERT_TO_TEXT
      requestParameters: { integration.request.querystring.tenant: method.request.header.X-Tenant }
      requestTemplates: { application/json: "{}" }
  answer:
    type: aws:apigateway:IntegrationResponse
    properties:
      restApi: \${api.id}
      resourceId: \${orders.id}
      httpMethod: \${post.httpMethod}
      statusCode: \${ok.statusCode}
      selectionPattern: 2..
      contentHandling: CONVERT_TO_TEXT
      responseParameters: { method.response.header.X-Id: "'1'" }
      responseTemplates: { application/json: '{"found": true}' }
`;

const TERRAFORM = `resource "aws_api_gateway_rest_api" "api" {
  name               = "shop"
  binary_media_types = ["image/png"]
}
resource "aws_api_gateway_resource" "orders" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
  path_part   = "orders"
}
resource "aws_api_gateway_stage" "test" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  stage_name  = "test"
  variables   = { shop = "one" }
}
resource "aws_api_gateway_model" "order" {
  rest_api_id  = aws_api_gateway_rest_api.api.id
  name         = "Order"
  content_type = "application/json"
  schema       = jsonencode(${JSON.stringify(MODEL)})
}
resource "aws_api_gateway_method" "post" {
  rest_api_id        = aws_api_gateway_rest_api.api.id
  resource_id        = aws_api_gateway_resource.orders.id
  http_method        = "POST"
  authorization      = "NONE"
  request_parameters = { "method.request.header.X-Tenant" = true }
  request_models     = { "application/json" = aws_api_gateway_model.order.name }
}
resource "aws_api_gateway_method_response" "ok" {
  rest_api_id         = aws_api_gateway_rest_api.api.id
  resource_id         = aws_api_gateway_resource.orders.id
  http_method         = aws_api_gateway_method.post.http_method
  status_code         = "200"
  response_parameters = { "method.response.header.X-Id" = true }
}
resource "aws_api_gateway_integration" "post" {
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_resource.orders.id
  http_method             = aws_api_gateway_method.post.http_method
  type                    = "AWS"
  integration_http_method = "POST"
  uri                     = "${URI}"
  passthrough_behavior    = "NEVER"
  content_handling        = "CONVERT_TO_TEXT"
  request_parameters      = { "integration.request.querystring.tenant" = "method.request.header.X-Tenant" }
  request_templates       = { "application/json" = "{}" }
}
resource "aws_api_gateway_integration_response" "ok" {
  rest_api_id         = aws_api_gateway_rest_api.api.id
  resource_id         = aws_api_gateway_resource.orders.id
  http_method         = aws_api_gateway_method.post.http_method
  status_code         = "200"
  selection_pattern   = "2.."
  content_handling    = "CONVERT_TO_TEXT"
  response_parameters = { "method.response.header.X-Id" = "'1'" }
  response_templates  = Wide ? { "application/json" = "{\\"found\\": true}" } : {}
}
`;

/** What a Pulumi program says of an integration, with the names of its language. */
const PULUMI_KEYS = (
  templates: string,
  named: (key: string) => string,
): Readonly<Partial<Record<FactName, string>>> => ({
  apiType: `\`${named("apiId")}\` of the integration, or \`REST\``,
  contentType: "the key of the template",
  httpMethod: `\`${named("httpMethod")}\`, or that of the method`,
  path: `\`${named("resourceId")}\`, and each \`${named("pathPart")}\` up to the API`,
  "integration.type": "`type`",
  "integration.proxy": "`type`",
  "integration.uri": "`uri`",
  "integration.service": "`uri`",
  "integration.action": "`uri`",
  "integration.httpMethod": `\`${named("integrationHttpMethod")}\``,
  "integration.passthroughBehavior": `\`${named("passthroughBehavior")}\``,
  "integration.contentHandling": `\`${named("contentHandling")}\``,
  "integration.requestParameters": `\`${named("requestParameters")}\``,
  "integration.requestTemplates": `keys of \`${templates}\``,
});

/** What an event of a Serverless service says, in YAML or in a program. */
const SERVERLESS_EVENTS: FactColumn["facts"] = {
  ...ofRest({
    direction: "`request.template`, `response.template`, `statusCodes`",
    apiType: "`http`",
    contentType: "the key of the template, or JSON",
    httpMethod: "`method`",
    path: "`path`",
    binaryMediaTypes: "`provider.apiGateway.binaryMediaTypes`",
    "method.requestParameters": "`request.parameters`",
    "method.requestModels": "`request.schemas`",
    "integration.type": "`integration`",
    "integration.proxy": "`integration`",
    "integration.httpMethod": "that of functions",
    "integration.passthroughBehavior": "`request.passThrough`",
    "integration.contentHandling": "`request.contentHandling`",
    "response.selectionPattern": "`pattern`",
    "response.contentHandling": "`response.contentHandling`",
    "response.responseParameters": "`headers` of response and status",
  }),
  "method.responses": cell("`statusCodes`, and those that the framework adds", [
    { statusCode: "200", headers: ["X-Id"] },
    { statusCode: "201", headers: ["X-Id"] },
  ]),
  "integration.uri": cell(
    "the function",
    "arn:aws:apigateway:<AWS::Region>:lambda:path/2015-03-31/functions/arn:aws:lambda:<AWS::Region>:<AWS::AccountId>:function:<orders>/invocations",
  ),
  "integration.service": cell("the function", "lambda"),
  "integration.requestParameters": cell("`request.parameters`, and `async`", {
    "integration.request.header.X-Tenant": "method.request.header.X-Tenant",
  }),
  "integration.requestTemplates": cell("`request.template`, and those that the framework adds", [
    "application/json",
    "application/x-www-form-urlencoded",
  ]),
  "integration.responses": cell("`statusCodes`, and those that the framework adds", ["200", "201"]),
  "response.statusCode": cell("the key in `statusCodes`", "201"),
};

export const COLUMNS: readonly FactColumn[] = [
  {
    format: "OpenAPI 3",
    path: "openapi.yaml",
    text: openApi3(`'{"found": true}'`),
    template: "found",
    facts: ofRest({ ...OPENAPI_KEYS, "method.requestModels": "`requestBody`, by content type" }),
  },
  {
    format: "OpenAPI 2",
    path: "swagger.yaml",
    text: `swagger: "2.0"
info: { title: shop, version: "1" }
x-amazon-apigateway-binary-media-types: [image/png]
paths:
  /orders:
    post:
      consumes: [application/json]
      parameters:
        - { name: X-Tenant, in: header, required: true, type: string }
        - { name: order, in: body, schema: ${JSON.stringify(MODEL)} }
      responses: { "200": { headers: { X-Id: { type: string } } } }
      x-amazon-apigateway-integration:${openApiIntegration(`'{"found": true}'`)}
`,
    template: "found",
    facts: ofRest({ ...OPENAPI_KEYS, "method.requestModels": "the parameter in `body`, and `consumes`" }),
  },
  {
    format: "CloudFormation",
    path: "template.yaml",
    text: `Conditions: { Wide: !Equals [a, b] }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: shop, BinaryMediaTypes: [image/png] } }
  ${indented(RESOURCES, 2)}
`,
    template: "found",
    facts: ofRest(CLOUDFORMATION_KEYS),
  },
  {
    format: "SAM",
    path: "sam.yaml",
    text: `Transform: AWS::Serverless-2016-10-31
Conditions: { Wide: !Equals [a, b] }
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: test
      Variables: { shop: one }
      BinaryMediaTypes: [image~1png]
      DefinitionBody:
        ${indented(openApi3(`!If [Wide, '{"found": true}', !Ref AWS::NoValue]`).replace(/x-amazon-apigateway-binary.*\n/, ""), 8)}
`,
    template: "found",
    facts: ofRest({
      ...OPENAPI_KEYS,
      apiType: "`Type` of the resource",
      conditions: "`Fn::If`",
      stageVariables: "`Variables` of the API",
      binaryMediaTypes: "`BinaryMediaTypes` of the API",
      "method.requestModels": "`requestBody`, by content type",
    }),
  },
  {
    format: "Serverless, events",
    path: "serverless.yml",
    text: `service: shop
provider: { name: aws, apiGateway: { binaryMediaTypes: [image/png] } }
functions:
  orders:
    handler: a.b
    events:
      - http:
          method: post
          path: orders
          integration: lambda
          request:
            passThrough: NEVER
            contentHandling: CONVERT_TO_TEXT
            parameters: { headers: { X-Tenant: true } }
            schemas: { application/json: ${JSON.stringify(MODEL)} }
            template: { application/json: "{}" }
          response:
            headers: { X-Id: "'1'" }
            contentHandling: CONVERT_TO_TEXT
            statusCodes:
              201:
                pattern: "2.."
                template: { application/json: '{"found": true}' }
`,
    template: "found",
    facts: SERVERLESS_EVENTS,
  },
  {
    format: "Serverless, `serverless.ts`",
    path: "serverless.ts",
    text: `const service: AWS = {
  service: "shop",
  provider: { name: "aws", apiGateway: { binaryMediaTypes: ["image/png"] } },
  functions: {
    orders: {
      handler: "a.b",
      events: [{
        http: {
          method: "post",
          path: "orders",
          integration: "lambda",
          request: {
            passThrough: "NEVER",
            contentHandling: "CONVERT_TO_TEXT",
            parameters: { headers: { "X-Tenant": true } },
            schemas: { "application/json": ${JSON.stringify(MODEL)} },
            template: { "application/json": "{}" },
          },
          response: {
            headers: { "X-Id": "'1'" },
            contentHandling: "CONVERT_TO_TEXT",
            statusCodes: { 201: { pattern: "2..", template: { "application/json": '{"found": true}' } } },
          },
        },
      }],
    },
  },
};
module.exports = service;
`,
    template: "found",
    facts: SERVERLESS_EVENTS,
  },
  {
    format: "Serverless, resources",
    path: "resources/serverless.yml",
    text: `service: shop
provider: { name: aws }
resources:
  Conditions: { Wide: !Equals [a, b] }
  Resources:
    Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: shop, BinaryMediaTypes: [image/png] } }
    ${indented(RESOURCES, 4)}
`,
    template: "found",
    facts: ofRest(CLOUDFORMATION_KEYS),
  },
  {
    format: "Terraform, resources",
    path: "main.tf",
    text: TERRAFORM,
    template: "found",
    facts: ofRest(TERRAFORM_KEYS),
  },
  {
    format: "Terraform, `body`",
    path: "body.tf",
    text: `resource "aws_api_gateway_rest_api" "api" {
  name = "shop"
  body = <<EOF
${openApi3(`'{"found": true}'`)}EOF
}
`,
    template: "found",
    facts: ofRest({ ...OPENAPI_KEYS, "method.requestModels": "`requestBody`, by content type" }),
  },
  {
    format: "CDK, TypeScript",
    path: "stack.ts",
    text: `const api = new RestApi(this, "Api");
const orders = api.root.addResource("orders");
orders.addMethod("POST", new AwsIntegration({
  service: "dynamodb",
  action: "PutItem",
  integrationHttpMethod: "POST",
  options: {
    passthroughBehavior: PassthroughBehavior.NEVER,
    contentHandling: ContentHandling.CONVERT_TO_TEXT,
    requestParameters: { "integration.request.querystring.tenant": "method.request.header.X-Tenant" },
    requestTemplates: { "application/json": "{}" },
    integrationResponses: [{
      statusCode: "200",
      selectionPattern: "2..",
      responseParameters: { "method.response.header.X-Id": "'1'" },
      responseTemplates: { "application/json": '{"found": true}' },
    }],
  },
}));
`,
    template: "found",
    facts: ofRest({
      direction: "`responseTemplates`, `requestTemplates`",
      apiType: "`REST`",
      contentType: "the key of the template",
      httpMethod: "`addMethod`",
      path: "each `addResource` up to the API",
      "integration.type": "the construct, or `type`",
      "integration.proxy": "the construct, and `proxy`",
      "integration.service": "`service`, or the construct",
      "integration.action": "`action`",
      "integration.httpMethod": "`integrationHttpMethod`",
      "integration.passthroughBehavior": "`passthroughBehavior`",
      "integration.contentHandling": "`contentHandling`",
      "integration.requestParameters": "`requestParameters`",
      "integration.requestTemplates": "keys of `requestTemplates`",
      "integration.responses": "`integrationResponses`",
      "response.statusCode": "`statusCode`",
      "response.selectionPattern": "`selectionPattern`",
      "response.responseParameters": "`responseParameters`",
    }),
  },
  {
    format: "CDK, Python",
    path: "stack.py",
    text: `api = RestApi(self, "Api")
orders = api.root.add_resource("orders")
orders.add_method("POST", AwsIntegration(
    service="dynamodb",
    action="PutItem",
    integration_http_method="POST",
    options=IntegrationOptions(
        passthrough_behavior=PassthroughBehavior.NEVER,
        content_handling=ContentHandling.CONVERT_TO_TEXT,
        request_parameters={"integration.request.querystring.tenant": "method.request.header.X-Tenant"},
        request_templates={"application/json": "{}"},
        integration_responses=[IntegrationResponse(
            status_code="200",
            selection_pattern="2..",
            response_parameters={"method.response.header.X-Id": "'1'"},
            response_templates={"application/json": '{"found": true}'},
        )],
    ),
))
`,
    template: "found",
    facts: ofRest({
      direction: "`response_templates`, `request_templates`",
      apiType: "`REST`",
      contentType: "the key of the template",
      httpMethod: "`add_method`",
      path: "each `add_resource` up to the API",
      "integration.type": "the construct, or `type`",
      "integration.proxy": "the construct, and `proxy`",
      "integration.service": "`service`, or the construct",
      "integration.action": "`action`",
      "integration.httpMethod": "`integration_http_method`",
      "integration.passthroughBehavior": "`passthrough_behavior`",
      "integration.contentHandling": "`content_handling`",
      "integration.requestParameters": "`request_parameters`",
      "integration.requestTemplates": "keys of `request_templates`",
      "integration.responses": "`integration_responses`",
      "response.statusCode": "`status_code`",
      "response.selectionPattern": "`selection_pattern`",
      "response.responseParameters": "`response_parameters`",
    }),
  },
  {
    format: "Pulumi, TypeScript",
    path: "index.ts",
    text: `const api = new aws.apigateway.RestApi("api", { binaryMediaTypes: ["image/png"] });
const orders = new aws.apigateway.Resource("orders", {
  restApi: api.id,
  parentId: api.rootResourceId,
  pathPart: "orders",
});
const post = new aws.apigateway.Method("post", {
  restApi: api.id,
  resourceId: orders.id,
  httpMethod: "POST",
  authorization: "NONE",
});
const integration = new aws.apigateway.Integration("post", {
  restApi: api.id,
  resourceId: orders.id,
  httpMethod: post.httpMethod,
  type: "AWS",
  integrationHttpMethod: "POST",
  uri: "${URI}",
  passthroughBehavior: "NEVER",
  contentHandling: "CONVERT_TO_TEXT",
  requestParameters: { "integration.request.querystring.tenant": "method.request.header.X-Tenant" },
  requestTemplates: { "application/json": '{"asked": true}' },
});
`,
    template: "asked",
    facts: {
      ...ofRest(PULUMI_KEYS("requestTemplates", (key) => key)),
      direction: cell("`requestTemplates`, `responseTemplates`", "request"),
      "integration.responses": cell("not read: they are constructs of their own", []),
    },
  },
  {
    format: "Pulumi, Python",
    path: "__main__.py",
    text: `api = aws.apigateway.RestApi("api", binary_media_types=["image/png"])
orders = aws.apigateway.Resource("orders", rest_api=api.id, parent_id=api.root_resource_id, path_part="orders")
post = aws.apigateway.Method("post",
    rest_api=api.id,
    resource_id=orders.id,
    http_method="POST",
    authorization="NONE")
integration = aws.apigateway.Integration("post",
    rest_api=api.id,
    resource_id=orders.id,
    http_method=post.http_method,
    type="AWS",
    integration_http_method="POST",
    uri="${URI}",
    passthrough_behavior="NEVER",
    content_handling="CONVERT_TO_TEXT",
    request_parameters={"integration.request.querystring.tenant": "method.request.header.X-Tenant"},
    request_templates={"application/json": '{"asked": true}'})
`,
    template: "asked",
    facts: {
      ...ofRest(PULUMI_KEYS("request_templates", (key) => key.replaceAll(/[A-Z]/g, "_$&").toLowerCase())),
      direction: cell("`request_templates`, `response_templates`", "request"),
      "integration.responses": cell("not read: they are constructs of their own", []),
    },
  },
  {
    format: "Pulumi, YAML",
    path: "Pulumi.yaml",
    text: PULUMI_YAML,
    template: "found",
    facts: { ...ofRest(PULUMI_YAML_KEYS) },
  },
  {
    format: "CloudFormation, WebSocket",
    path: "socket.yaml",
    text: `Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action } }
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: send, Target: !Sub "integrations/\${Send}" }
  Send:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS
      IntegrationMethod: POST
      IntegrationUri: ${URI}
      PassthroughBehavior: NEVER
      ContentHandlingStrategy: CONVERT_TO_TEXT
      RequestParameters: { integration.request.querystring.tenant: route.request.header.X-Tenant }
      RequestTemplates: { application/json: "{}" }
  Sent:
    Type: AWS::ApiGatewayV2::IntegrationResponse
    Properties:
      ApiId: !Ref Api
      IntegrationId: !Ref Send
      IntegrationResponseKey: /200/
      ResponseTemplates: { application/json: '{"found": true}' }
`,
    template: "found",
    facts: {
      ...ofRest({
        direction: "`ResponseTemplates`, `RequestTemplates`",
        contentType: "the key of the template",
        "integration.type": "`IntegrationType`",
        "integration.proxy": "`IntegrationType`",
        "integration.uri": "`IntegrationUri`",
        "integration.service": "`IntegrationUri`",
        "integration.action": "`IntegrationUri`",
        "integration.httpMethod": "`IntegrationMethod`",
        "integration.passthroughBehavior": "`PassthroughBehavior`",
        "integration.contentHandling": "`ContentHandlingStrategy`",
        "integration.requestTemplates": "keys of `RequestTemplates`",
      }),
      apiType: cell("`Type` of the resource, and `ProtocolType`", "WEBSOCKET"),
      routeKey: cell("`RouteKey` of the route whose `Target` it is", "send"),
      "integration.requestParameters": cell("`RequestParameters`", {
        "integration.request.querystring.tenant": "route.request.header.X-Tenant",
      }),
      "integration.responses": cell("`AWS::ApiGatewayV2::IntegrationResponse`", [undefined]),
      "response.selectionPattern": cell("`IntegrationResponseKey`", "/200/"),
      "response.responseParameters": cell("WebSocket APIs have none", {}),
    },
  },
];
