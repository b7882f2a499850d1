import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { propertyOfString } from "./rule.js";

it("finds members of $input.json, of $input.body and of escaped text", () => {
  expect(highlights(propertyOfString, "$input.json('$').id $input.body.name")).toEqual([".id", ".name"]);
  const escaped = "#set($data = $util.escapeJavaScript($input.json('$')))$data.id";
  expect(highlights(propertyOfString, escaped)).toEqual([".id"]);
});

it("accepts members of objects and methods of text", () => {
  const source =
    "$input.path('$').id $util.parseJson($input.body).name $input.json('$.a').length() $input.body.empty $input.params().get('path')";
  expect(highlights(propertyOfString, source)).toEqual([]);
});

it("finds members of parameters, stage variables and what the service writes", () => {
  const source =
    '{"key": "$context.requestId.json", "host": "$context.stage.example.com", "ecr": "$!context.accountId.dkr.ecr", ' +
    `"sv": "$stageVariables.domain.example.com", "pdf": "$input.params('id').pdf", "p": "$method.request.path.id.pdf"}`;
  expect(highlights(propertyOfString, source)).toEqual([".json", ".example", ".dkr", ".example", ".pdf", ".pdf"]);
  expect(fixOf(propertyOfString, source)).toBe(
    '{"key": "${context.requestId}.json", "host": "${context.stage}.example.com", "ecr": "$!{context.accountId}.dkr.ecr", ' +
      `"sv": "\${stageVariables.domain}.example.com", "pdf": "\${input.params('id')}.pdf", "p": "\${method.request.path.id}.pdf"}`,
  );
});

it("finds members of what an authorizer gave, whose values are texts", () => {
  expect(highlights(propertyOfString, "$context.authorizer.user.name $context.authorizer.jwt.claims.sub")).toEqual([
    ".name",
    ".claims",
  ]);
  expect(highlights(propertyOfString, "$context.authorizer.claims.email $context.authorizer.principalId")).toEqual([]);
});

it("changes nothing where the text is no text of the document, or is written in braces", () => {
  const source = `#if($context.stage.name == "")a#end#set($x = $input.params('id').name)\${context.stage.name}`;
  expect(highlights(propertyOfString, source)).toEqual([".name", ".name", ".name"]);
  expect(fixOf(propertyOfString, source)).toBe(source);
});

it("leaves misspelt members of $context to another rule, and overrides alone", () => {
  expect(highlights(propertyOfString, "$context.requestID.x $context.requestOverride.path.a.b")).toEqual([]);
});
