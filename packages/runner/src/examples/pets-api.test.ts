import { readDefinition } from "@apigw-vtl/definitions";
import { type Backend, createGateway, gatewayRequest } from "@apigw-vtl/runner";
import { expect, it } from "vitest";

const text = `openapi: 3.0.1
info: { title: pets, version: "1" }
paths:
  /pets/{id}:
    get:
      responses: { "200": {}, "404": {} }
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:pets/invocations
        requestTemplates:
          application/json: '{ "id": "$input.params(''id'')" }'
        responses:
          default: { statusCode: "200" }
          ".*no such pet.*":
            statusCode: "404"
            responseTemplates:
              application/json: '{ "error": $input.json("$.errorMessage") }'
`;

/** Stands in for the function. */
const pets: Backend = {
  async send({ body }) {
    const { id } = JSON.parse(new TextDecoder().decode(body));
    const answer = id === "7" ? { name: "rex" } : { errorMessage: "no such pet" };
    return { kind: "function", payload: new TextEncoder().encode(JSON.stringify(answer)), failed: id !== "7" };
  },
};

const { definition, problems } = await readDefinition([{ path: "api.yaml", text }]);
if (definition === undefined) throw new Error(JSON.stringify(problems));
const gateway = createGateway(definition, { backends: [pets] });

it("answers 404 for a pet that is not there", async () => {
  const { response, log, steps } = await gateway.invoke(gatewayRequest("GET", "/pets/8"));

  expect(response.status).toBe(404);
  expect(new TextDecoder().decode(response.body)).toBe('{ "error": "no such pet" }');

  // The lines of the console's TEST, and every step with its reason.
  expect(log.at(-1)).toMatch(/ : Method completed with status: 404$/);
  expect(steps.find(({ name }) => name === "response-selection")?.explanation).toBe(
    'The pattern .*no such pet.* matches the error message "no such pet": the integration response 404 is taken.',
  );
});
