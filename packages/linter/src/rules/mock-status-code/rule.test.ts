import { expect, it } from "vitest";
import { check, factsOf } from "../../testing/check-rule.js";
import { mockStatusCode } from "./rule.js";

const facts = factsOf({ integration: { type: "MOCK" } });
const isFine = (source: string) => check(mockStatusCode, source, { facts }).length === 0;

it("finds what is no object with an integer statusCode", () => {
  for (const source of [
    "",
    "{}",
    '{"statusCode": "200"}',
    '{"status": 200}',
    "OK",
    '{"statusCode": 200.5}',
    '{"statusCode": $x}',
  ]) {
    expect(isFine(source), source).toBe(false);
  }
});

it("accepts what the service's lenient parser reads", () => {
  for (const source of [
    '{"statusCode": 200}',
    '{ "statusCode": 200, }',
    "{statusCode: 404}",
    "#set($s = 201){'statusCode': $s}",
  ]) {
    expect(isFine(source), source).toBe(true);
  }
});

it("looks at the output for an empty request", () => {
  expect(isFine(`{#if($input.params('city') == "springfield")"statusCode": 404#else"statusCode": 200#end}`)).toBe(true);
  expect(isFine(`{"statusCode": $input.params('status')}`)).toBe(false);
});

it("takes what the host fills in for a number", () => {
  const holes = (source: string) => [{ start: source.indexOf("<"), end: source.indexOf(">") + 1 }];
  const found = (source: string) => check(mockStatusCode, source, { facts, holes: holes(source) }).length;
  expect(found('{"statusCode": <Status>}')).toBe(0);
  expect(found('{"statusCode": "<Status>"}')).toBe(1);
  expect(found('{"status": <Status>}')).toBe(1);
});

it("accepts anything of other integrations and in responses", () => {
  expect(check(mockStatusCode, "{}", { facts: factsOf() })).toEqual([]);
  expect(
    check(mockStatusCode, "{}", { facts: factsOf({ direction: "response", integration: { type: "MOCK" } }) }),
  ).toEqual([]);
});
