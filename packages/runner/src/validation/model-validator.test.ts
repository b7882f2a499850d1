import { expect, it } from "vitest";
import { validatorOf } from "./model-validator.js";

it("takes patterns that only Unicode's rules for regular expressions refuse", async () => {
  const validate = await validatorOf({ type: "string", pattern: "^[\\w-_\\+~]+$" });
  expect([validate("a-b_c"), validate("a b")]).toEqual([undefined, expect.anything()]);
});

it.each<[schema: string, payload: unknown]>([
  ['{"const": 1}', 2],
  ['{"contains": {"type": "string"}}', [1]],
  ['{"propertyNames": {"maxLength": 1}}', { name: 1 }],
  ['{"if": {"type": "number"}, "then": {"minimum": 5}}', 1],
])("ignores what draft 4 does not know: %s takes %j", async (schema, payload) => {
  expect((await validatorOf(JSON.parse(schema)))(payload)).toBeUndefined();
});

it("knows no `nullable`", async () => {
  const validate = await validatorOf({ properties: { note: { type: "string", nullable: true } } });
  expect(validate({ note: null })).toMatch(/instance type \(null\)/);
});

it("takes a property of a keyword's name for a property", async () => {
  const validate = await validatorOf({ properties: { const: { type: "string" }, $ref: { type: "string" } } });
  expect([validate({ const: 1 }), validate({ $ref: 1 }), validate({ const: "a", $ref: "b" })]).toEqual([
    expect.anything(),
    expect.anything(),
    undefined,
  ]);
});

it("takes no member of JavaScript's objects for one of the body", async () => {
  const optional = await validatorOf({ properties: { constructor: { type: "string" } } });
  expect([optional({}), optional({ constructor: "Honda" }), optional({ constructor: 1 })]).toEqual([
    undefined,
    undefined,
    expect.anything(),
  ]);
  const required = await validatorOf({ required: ["constructor"] });
  expect([required({}), required({ constructor: "Honda" })]).toEqual([expect.anything(), undefined]);
  const dependent = await validatorOf({ dependencies: { valueOf: ["currency"] } });
  expect([dependent({}), dependent({ valueOf: 1 })]).toEqual([undefined, expect.anything()]);
});

it("leaves the values of `enum` as they are", async () => {
  const validate = await validatorOf({ enum: [{ const: 1 }] });
  expect([validate({ const: 1 }), validate({})]).toEqual([undefined, expect.anything()]);
});

it("ignores what stands beside a reference, but for the definitions", async () => {
  const validate = await validatorOf({
    $ref: "#/definitions/name",
    minLength: 5,
    definitions: { name: { type: "string", const: "x" } },
  });
  expect([validate("abc"), validate(1)]).toEqual([undefined, expect.anything()]);
});

it("counts multiples in decimals", async () => {
  const validate = await validatorOf({ type: "number", multipleOf: 0.01 });
  expect([validate(19.99), validate(0.3), validate(19.995)]).toEqual([undefined, undefined, expect.anything()]);
});
