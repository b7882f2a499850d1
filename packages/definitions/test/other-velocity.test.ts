import { expect, it } from "vitest";
import { type FoundTemplate, findTemplates, otherVelocity } from "../src/index.js";

const kindOf = async (path: string, text: string): Promise<string | undefined> => {
  const { templates } = await findTemplates({ path, text });
  return otherVelocity(templates[0] as FoundTemplate);
};

it.each([
  ["#if($util.isNullOrEmpty($ctx.args.id)) x #end", "AppSync"],
  [`{"key": { "id": $util.dynamodb.toDynamoDBJson($ctx.args.id)}}`, "AppSync"],
  [`#parse("header.vm")\n<html>#foreach($p in $products)$p.name#end</html>`, "plain Velocity"],
])("%s is recognised", async (text, kind) => {
  expect(await kindOf("a.vtl", text)).toContain(kind);
});

it.each([
  "$util.escapeJavaScript($input.body)",
  "$context.authorizer.principalId",
  "<html>$input.path('$.name')</html>",
  "#set($x = 1)$x",
])("%s may be a mapping template", async (text) => {
  expect(await kindOf("a.vtl", text)).toBeUndefined();
});

it("a template in an integration is a mapping template, whatever it says", async () => {
  const text = `paths: { /a: { get: { x-amazon-apigateway-integration: { type: mock, requestTemplates: { a/b: "$util.toJson($ctx.args)" } } } } }`;
  expect(await kindOf("a.yaml", text)).toBeUndefined();
});
