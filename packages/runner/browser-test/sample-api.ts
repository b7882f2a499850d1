import type { MappingTemplate } from "@apigw-vtl/definitions";
import { apiWith, integration, route } from "../src/testing/definitions.js";

const json = (text: string): readonly MappingTemplate[] => [{ contentType: "application/json", text }];
const ok = json('{"statusCode": 200}');

const ITEM = `#set($item = $input.path('$'))
{
  "name": "$item.name",
  "tags": [#foreach($tag in $item.tags)"$tag"#if($foreach.hasNext), #end#end],
  "table": "$stageVariables.table"
}`;

/** An API with a route for everything that the page shows. */
export const SAMPLE_API = {
  ...apiWith(
    route({
      path: "/items",
      httpMethod: "POST",
      operationName: "putItem",
      validator: { body: false, parameters: true },
      requestParameters: [
        { location: "header", name: "X-Tenant", required: true },
        { location: "querystring", name: "dry", required: false },
      ],
      integration: integration({
        requestTemplates: ok,
        responses: [
          {
            statusCode: "200",
            responseParameters: { "method.response.header.X-Store": "'items'" },
            responseTemplates: json('{"created": true, "for": "$input.params(\'X-Tenant\')"}'),
          },
        ],
      }),
    }),
    route({
      path: "/items/{name}",
      httpMethod: "GET",
      integration: integration({
        requestTemplates: ok,
        responses: [
          {
            statusCode: "200",
            responseParameters: {},
            responseTemplates: json('{"name": "$input.params(\'name\')", "table": "$stageVariables.table"}'),
          },
        ],
      }),
    }),
    route({ path: "/items/{name}/tags/{tag}", httpMethod: "PUT", integration: integration({ requestTemplates: ok }) }),
    route({
      path: "/broken",
      httpMethod: "POST",
      integration: integration({ requestTemplates: json('{"statusCode": "$input.path(\'$.status\')"}') }),
    }),
    route({
      path: "/forward",
      httpMethod: "POST",
      integration: integration({
        type: "HTTP",
        httpMethod: "POST",
        uri: "http://backend.test/items",
        requestTemplates: json(ITEM),
        responses: [{ statusCode: "200", responseParameters: {}, responseTemplates: json("<b>$input.body</b>") }],
      }),
    }),
    route({ path: "/files/{proxy+}", httpMethod: "ANY", integration: integration({ requestTemplates: ok }) }),
    route({ path: "/nothing", httpMethod: "DELETE", apiKeyRequired: true }),
  ),
  name: "item store",
  stageName: "prod",
  stageVariables: { table: "Items" },
};
