import type { Integration } from "@apigw-vtl/definitions";
import { expect, it } from "vitest";
import { checkPaths, chosenBy, messagesOf } from "../../testing/check-rule.js";
import { noDefaultResponse } from "./rule.js";

const found = (...responses: ReturnType<typeof chosenBy>[]) => messagesOf(noDefaultResponse, { responses }).length;
const plain = { statusCode: "200", responseParameters: {}, responseTemplates: [] };

it("finds integrations of which every response has a pattern", () => {
  expect(found(chosenBy("2\\d{2}", "200"), chosenBy("5\\d{2}", "500"))).toBe(1);
});

it("accepts a response without a pattern or with an empty one, and integrations without responses", () => {
  expect(found(plain, chosenBy("5\\d{2}", "500"))).toBe(0);
  expect(found(chosenBy("", "200"), chosenBy("5\\d{2}", "500"))).toBe(0);
  expect(found()).toBe(0);
});

const dynamodb = "arn:aws:apigateway:us-east-1:dynamodb:action/Query";
const s3 = "arn:aws:apigateway:us-east-1:s3:path/bucket/{key}";
const classes = [chosenBy("2\\d{2}", "200"), chosenBy("4\\d{2}", "400"), chosenBy("5\\d{2}", "500")];
const redirect = chosenBy("3\\d{2}", "302");
const foundOf = (changes: Partial<Integration>) => messagesOf(noDefaultResponse, changes).length;

it("accepts patterns that leave no status of the backend over", () => {
  expect(foundOf({ uri: dynamodb, responses: classes })).toBe(0);
  expect(foundOf({ uri: dynamodb, responses: [chosenBy("200", "200"), chosenBy("[2-5].*", "400")] })).toBe(0);
  expect(foundOf({ uri: dynamodb, responses: [chosenBy("200", "200"), chosenBy("400", "400")] })).toBe(0);
  expect(foundOf({ uri: dynamodb, responses: [chosenBy("200", "200")] })).toBe(1);
  const sqs = "arn:aws:apigateway:us-east-1:sqs:path/1/q";
  expect(foundOf({ uri: sqs, responses: [chosenBy("200", "200"), chosenBy("400", "400")] })).toBe(1);
  expect(foundOf({ uri: dynamodb, responses: classes.slice(1) })).toBe(1);
});

it("knows that S3 and HTTP backends also redirect", () => {
  expect(foundOf({ uri: s3, responses: classes })).toBe(1);
  expect(foundOf({ type: "HTTP", uri: "https://example.com", responses: classes })).toBe(1);
  expect(foundOf({ type: "HTTP", uri: "https://example.com", responses: [...classes, redirect] })).toBe(0);
});

it("knows that a function's success has the empty message, and that messages have lines", () => {
  expect(found(chosenBy(".*", "200"))).toBe(1);
  expect(found(chosenBy("(\\n|.)*", "200"))).toBe(0);
  expect(found(chosenBy("(\\n|.)+", "400"))).toBe(1);
});

it("stands at the first of the responses, to which one without a pattern belongs", async () => {
  const found = await checkPaths(
    noDefaultResponse,
    `/a:
  get:
    responses: {}
    x-amazon-apigateway-integration:
      type: aws
      httpMethod: POST
      uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations
      responses:
        "No.*":
          statusCode: "404"`,
  );
  expect(found.map(({ at }) => at)).toEqual(['statusCode: "404"']);
});
