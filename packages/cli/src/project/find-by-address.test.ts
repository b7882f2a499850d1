import { expect, it } from "vitest";
import { vtl } from "../testing/memory-io.js";

const template = `Conditions: { Prod: !Equals [a, b] }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: api } }
  Orders:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: POST
      Integration:
        Type: MOCK
        RequestTemplates: !If [Prod, { application/json: one }, { application/json: two }]
        IntegrationResponses:
          - { StatusCode: 200, ResponseTemplates: { application/json: three, text/plain: four } }
`;

const render = (place: string) => vtl(["render", `template.yaml#${place}`], { files: { "template.yaml": template } });

it.each([
  ["POST / request Prod", "template.yaml has 2 templates"],
  ["POST / not Prod", "two"],
  ["post / response text/plain", "four"],
  ["POST / response 200 application/json", "three"],
  ["/Resources/Orders/Properties/Integration/RequestTemplates/Fn::If/1", "one"],
  ["GET /", "template.yaml has no template at GET /"],
])("%s", async (place, expected) => {
  const { stdout, stderr } = await render(place);
  expect(stdout + stderr).toContain(expected);
});
