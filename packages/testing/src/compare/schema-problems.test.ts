import { parseTree } from "jsonc-parser";
import { expect, it } from "vitest";
import { schemaProblems } from "./schema-problems.js";

const DRAFTS = [
  "http://json-schema.org/draft-04/schema#",
  "http://json-schema.org/draft-07/schema#",
  "https://json-schema.org/draft/2020-12/schema",
];

async function messagesOf(schema: object, text: string): Promise<readonly string[]> {
  const root = parseTree(text);
  if (root === undefined) throw new Error("the document is no JSON");
  return (await schemaProblems(schema, root, text)).map(({ path, message }) => `${path} ${message}`);
}

it.each(DRAFTS)("counts multiples in decimals, as the gateway does with the same model: %s", async ($schema) => {
  const schema = { $schema, properties: { price: { multipleOf: 0.01 } } };
  expect(await messagesOf(schema, '{"price": 19.99}')).toEqual([]);
  expect(await messagesOf(schema, '{"price": 0.3}')).toEqual([]);
  expect(await messagesOf(schema, '{"price": 19.995}')).toEqual(["$.price must be multiple of 0.01"]);
});

it.each(DRAFTS)("takes no member of JavaScript's objects for one of the document: %s", async ($schema) => {
  const schema = { $schema, properties: { constructor: { type: "string" } }, required: ["valueOf"] };
  expect(await messagesOf(schema, '{"valueOf": 1}')).toEqual([]);
  expect(await messagesOf(schema, '{"constructor": "Honda"}')).toEqual(["$ must have required property 'valueOf'"]);
});

it.each(DRAFTS)("takes patterns that the gateway takes in models: %s", async ($schema) => {
  const schema = { $schema, type: "string", pattern: "^[\\w-_]+$" };
  expect(await messagesOf(schema, '"a-b"')).toEqual([]);
  expect(await messagesOf(schema, '"a b"')).toEqual(['$ must match pattern "^[\\w-_]+$"']);
});

it("reads a pattern with properties of Unicode as such", async () => {
  const schema = { type: "string", pattern: "^\\p{L}+$" };
  expect(await messagesOf(schema, '"Zoë"')).toEqual([]);
  expect(await messagesOf(schema, '"p{L}"')).toEqual(['$ must match pattern "^\\p{L}+$"']);
});
