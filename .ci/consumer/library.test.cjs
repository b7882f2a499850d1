const { compile } = require("@apigw-vtl/compiler");
const { createGateway, gatewayRequest, readDefinition } = require("@apigw-vtl/runner");

const files = [{ path: "a.yaml", text: "openapi: 3.0.1\ninfo: {title: a, version: '1'}\npaths: {}" }];

test("jest renders a template", () => {
  expect(compile('{"a":$input.json("$.a")}').render({ body: '{"a":1}' }).output).toBe('{"a":1}');
});

test("jest sends a request", async () => {
  const { definition } = await readDefinition(files);
  const { response } = await createGateway(definition).invoke(gatewayRequest("GET", "/nowhere"));
  expect(response.status).toBe(403);
});
