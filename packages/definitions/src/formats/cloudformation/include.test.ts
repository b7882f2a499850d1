import { describe, expect, it } from "vitest";
import { readApi } from "../../testing/read-api.js";

const include = (...locations: string[]) => {
  const transforms = locations.map((location) => `{ Name: AWS::Include, Parameters: { Location: ${location} } }`);
  return `Fn::Transform: ${transforms.length === 1 ? transforms[0] : `[${transforms.join(", ")}]`}`;
};

const template = (body: string, rest = "") => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        ${body.trim().replaceAll("\n", "\n        ")}
${rest}`;

const mock = (status: string) =>
  `x-amazon-apigateway-integration: { type: mock, responses: { default: { statusCode: "${status}" } } }`;

const routesOf = ({ definition }: Awaited<ReturnType<typeof readApi>>) =>
  definition.routes.map(({ httpMethod, path, place }) => `${httpMethod} ${path} ${place?.file}`);

describe("AWS::Include", () => {
  it("beside other keys brings its file's keys behind them", async () => {
    const api = await readApi({
      "infra/t.yaml": template(`
openapi: 3.0.1
info: { title: pets }
${include("./paths.yaml")}
components: { x-integrations: { mock: { type: mock } } }`),
      "infra/paths.yaml": `paths:
  /a: { get: { x-amazon-apigateway-integration: { $ref: "#/components/x-integrations/mock" } } }`,
    });
    expect(api.problems).toEqual([]);
    expect(routesOf(api)).toEqual(["GET /a infra/paths.yaml"]);
    expect(api.definition.name).toBe("pets");
    // What was inserted is a part of the document: #/ is the template's Body.
    expect(api.route("GET /a").integration).toMatchObject({ type: "MOCK", place: { file: "infra/t.yaml" } });
  });

  it("may stand anywhere in an API, and name several files", async () => {
    const api = await readApi({
      "t.yaml": template(`
paths:
  /own: { get: { ${mock("200")} } }
  ${include("one.yaml", "two.yaml")}`),
      "one.yaml": `/one: { get: { ${mock("200")} } }`,
      "two.yaml": `/two:\n  get:\n    ${include("get.yaml")}\n    operationId: two`,
      "get.yaml": mock("201"),
    });
    expect(api.problems).toEqual([]);
    expect(routesOf(api)).toEqual(["GET /own t.yaml", "GET /one one.yaml", "GET /two two.yaml"]);
    expect(api.route("GET /two")).toMatchObject({
      operationName: "two",
      integration: { responses: [{ statusCode: "201" }], place: { file: "get.yaml" } },
    });
  });

  it("brings resources, mappings and conditions, with the template's parameters in them", async () => {
    const api = await readApi({
      "t.yaml": `Parameters: { Stage: { Type: String, Default: dev } }
Mappings: { ${include("mappings.yaml")} }
Conditions: { ${include("conditions.yaml")} }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi }
  ${include("resources.yaml")}`,
      "mappings.yaml": "Hosts: { dev: { host: !Sub '${Stage}.example.com' } }",
      "conditions.yaml": "IsDev: !Equals [!Ref Stage, dev]",
      "resources.yaml": `Pets: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: pets } }
Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub "pets-\${Stage}" } }
Get:
  Type: AWS::ApiGateway::Method
  Condition: IsDev
  Properties:
    RestApiId: !Ref Api
    ResourceId: !Ref Pets
    HttpMethod: GET
    Integration: { Type: HTTP, Uri: !Sub ["http://\${Host}/\${Queue.QueueName}", { Host: !FindInMap [Hosts, dev, host] }] }`,
    });
    expect(api.problems).toEqual([]);
    expect(api.route("GET /pets").integration?.uri).toBe("http://dev.example.com/pets-dev");
  });

  it("at the top of a template brings whole sections", async () => {
    const api = await readApi({
      "t.yaml": `Transform: [AWS::Serverless-2016-10-31, { Name: AWS::Include, Parameters: { Location: api.yaml } }]
Parameters: { Host: { Type: String, Default: example.com } }`,
      "api.yaml": `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: { StageName: v1, DefinitionBody: { paths: { /a: { get: { x-amazon-apigateway-integration: { type: http, uri: !Sub "http://\${Host}" } } } } } }`,
    });
    expect(api.problems).toEqual([]);
    expect(api.route("GET /a").integration?.uri).toBe("http://example.com");
  });

  it("counts for a key that stands beside it too", async () => {
    const api = await readApi({
      "t.yaml": template(
        `openapi: 3.0.1\ninfo: { title: own }\npaths: { /placeholder: { options: {} } }\n${include("other.yaml")}`,
      ),
      "other.yaml": `openapi: 3.0.1\ninfo: { title: other }\npaths: { /a: { get: { ${mock("200")} } } }`,
    });
    expect(api.problems).toEqual([
      "definition-not-valid [other.yaml] info stands beside AWS::Include and in other.yaml; that of the file is taken",
      "definition-not-valid [other.yaml] paths stands beside AWS::Include and in other.yaml; that of the file is taken",
    ]);
    expect(api.definition.name).toBe("other");
    expect(routesOf(api)).toEqual(["GET /a other.yaml"]);
  });

  it("that cannot be read is an error by name, and so is a file without keys", async () => {
    const missing = await readApi({ "t.yaml": template(`info: {}\n${include("./gone.yaml")}`) });
    expect(missing.problems).toEqual([
      "definition-file-not-found [./gone.yaml] ./gone.yaml, which AWS::Include names, cannot be read; what it declares is missing",
    ]);
    const list = await readApi({ "t.yaml": template(`info: {}\n${include("./list.yaml")}`), "list.yaml": "[1]" });
    expect(list.problems).toEqual([
      "definition-not-valid [./list.yaml] ./list.yaml has no keys to put beside those of AWS::Include; left out",
    ]);
  });

  it("in a circle is reported", async () => {
    const api = await readApi({
      "t.yaml": template(`paths:\n  ${include("./a.yaml")}`),
      "a.yaml": `/a: { get: { ${mock("200")} } }\n${include("./a.yaml")}`,
    });
    expect(api.problems).toEqual(["definition-not-valid [./a.yaml] ./a.yaml includes itself; left out there"]);
    expect(routesOf(api)).toEqual(["GET /a a.yaml"]);
  });

  it("is no other macro: those are named as what is not run here, and what stands beside them stays", async () => {
    const api = await readApi({
      "t.yaml": template(`
paths: { /a: { get: { ${mock("200")} } } }
Fn::Transform: { Name: MyMacro, Parameters: { A: 1 } }`),
    });
    expect(api.problems).toEqual([
      "definition-unsupported [{ Name: MyMacro, Parameters: { A: 1 } }] the macro MyMacro is not run here; what it would make of its surroundings is missing",
    ]);
    expect(routesOf(api)).toEqual(["GET /a t.yaml"]);
  });
});
