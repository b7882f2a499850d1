import { compile } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { factsOf } from "../testing/check-rule.js";
import type { ProofResult } from "./proof-result.js";
import { prove } from "./prove.js";

/** `proved`, or the body or the query string of the request that breaks it, whose output is checked to be as told. */
function verdict(source: string, facts: TemplateFacts): unknown {
  const proof = prove(source, { facts });
  if (proof.status !== "broken") return proof.status;
  expect(compile(source).render(proof.witness.event).output).toBe(proof.witness.output);
  const { body, querystring } = proof.witness.event;
  return body ?? querystring ?? proof.witness.output;
}

const answerOf = (service: string): TemplateFacts =>
  factsOf({ direction: "response", integration: { type: "AWS", service } });

describe("the $context of an API's type", () => {
  const proofOf = (source: string, facts: Parameters<typeof factsOf>[0]) => prove(source, { facts: factsOf(facts) });
  const statusOf = (source: string, facts: Parameters<typeof factsOf>[0]) => proofOf(source, facts).status;

  it("has numbers where that API has them, and nothing where it does not", () => {
    expect(statusOf('{"at": $context.connectedAt}', { apiType: "WEBSOCKET" })).toBe("proved");
    expect(statusOf('{"at": $context.connectedAt}', { apiType: "REST" })).toBe("broken");
    expect(statusOf('{"at": $context.requestTimeEpoch}', { apiType: "WEBSOCKET" })).toBe("proved");
  });

  it("is in the request that a proof shows", () => {
    const source = `{"c": "$context.connectionId", "r": "$context.routeKey", "e": "$context.eventType",
      "m": "$context.messageId", "h": "$context.httpMethod", "t": "$input.path('$.t')"}`;
    const proof = proofOf(source, { apiType: "WEBSOCKET", routeKey: "send" });
    expect(proof).toMatchObject({
      status: "broken",
      witness: {
        event: {
          context: {
            connectionId: "ExampleConnectionId=",
            routeKey: "send",
            eventType: "MESSAGE",
            messageId: "ExampleMessageId=",
          },
        },
      },
    });
  });

  it("has no authorizer where anybody may call the method", () => {
    const source = '{"user": "$context.authorizer.claims.email"}';
    const method = { requestParameters: [], responses: [] };
    expect(statusOf(source, { method })).toBe("broken");
    expect(statusOf(source, { method: { ...method, isPublic: true } })).toBe("proved");
  });

  it("has a message's id only where there is a message for sure", () => {
    const source = `{"m": #if("$context.messageId" == "")"$input.body"#{else}1#end}`;
    expect(statusOf(source, { apiType: "WEBSOCKET", routeKey: "send" })).toBe("proved");
    expect(statusOf(source, { apiType: "WEBSOCKET" })).toBe("broken");
  });
});

describe("what AWS services answer", () => {
  it.each([
    ["states", '{"arn": "$input.path(\'$.executionArn\')"}'],
    ["states", "{\"at\": #if($input.path('$.startDate') != '')$input.path('$.startDate')#{else}0#end}"],
    ["states", "{\"out\": #if($input.path('$.output') != '')$input.path('$.output')#{else}null#end}"],
    ["sqs", '{"id": "$input.path(\'$.SendMessageResponse.SendMessageResult.MessageId\')"}'],
    ["events", '{"id": "$input.path(\'$.Entries[0].EventId\')"}'],
    ["kinesis", '{"seq": "$input.path(\'$.SequenceNumber\')", "shard": "$input.path(\'$.ShardId\')"}'],
    [
      "dynamodb",
      '[#foreach($i in $input.path(\'$\').Items){"n": #if($i.age.N != \'\')$i.age.N#{else}0#end, "b": "$i.pic.B"}#if($foreach.hasNext),#end#end]',
    ],
    ["dynamodb", '{"deep": "$input.path(\'$.Item.a.M.b.L[0].N\')"}'],
  ])("of %s is right in %s", (service, template) => {
    expect(verdict(template, answerOf(service))).toBe("proved");
  });

  it("may be anything where the service says so", () => {
    expect(verdict('{"s": "$input.path(\'$.Item.name.S\')"}', answerOf("dynamodb"))).toBe(
      '{"Item":{"name":{"S":"\\""}}}',
    );
    expect(verdict('{"c": "$input.path(\'$.cause\')"}', answerOf("states"))).toBe('{"cause":"\\""}');
    expect(verdict('{"a": "$input.path(\'$.executionArn\')"}', answerOf("lambda"))).toBe('{"executionArn":"\\""}');
  });

  it("may be missing", () => {
    expect(verdict("{\"n\": $input.path('$.Count')}", answerOf("dynamodb"))).toBe('{"n": }');
  });

  it("is a function's error, with a message that the selection pattern matches, where there is one", () => {
    const errorOf = (selectionPattern: string): TemplateFacts => ({
      ...answerOf("lambda"),
      response: { statusCode: "400", selectionPattern, responseParameters: {} },
    });
    const quoted = '{"m": "$input.path(\'$.errorMessage\')"}';
    expect(verdict(quoted, errorOf("Bad.*"))).toBe('{"errorMessage":"Bad\\""}');
    expect(verdict(quoted, errorOf("[a-z ]+"))).toBe("proved");
    expect(verdict("$input.path('$.errorMessage')", errorOf("(Bad|Worse) Input.*"))).toBe(
      '{"errorMessage":"Bad Input"}',
    );
    expect(verdict("$util.parseJson($input.path('$.errorMessage')).x", errorOf(".*Nope.*"))).toBe(
      '{"errorMessage":"Nope"}',
    );
    // What a success matches too, or the host has a part in, may be anything.
    expect(verdict("$input.path('$.errorMessage')", errorOf(".*"))).toBe("");
    expect(verdict("$input.path('$.errorMessage')", errorOf("<Pattern>.*"))).toBe("");
  });

  it("says nothing of requests, nor of what an HTTP backend answers", () => {
    const template = '{"arn": "$input.path(\'$.executionArn\')"}';
    expect(verdict(template, factsOf({ integration: { type: "AWS", service: "states" } }))).toBe(
      '{"executionArn":"\\""}',
    );
    expect(verdict(template, factsOf({ direction: "response", integration: { type: "HTTP" } }))).toBe(
      '{"executionArn":"\\""}',
    );
    expect(verdict(template, { direction: "response" })).toBe("proved");
  });
});

describe("the body of a request, by the content type that its template is for", () => {
  const raw = '{ "raw": $input.body }';

  it.each(["application/json", "application/vnd.api+json", "application/x-amz-json-1.0", "$default"])(
    "is JSON for %s",
    (contentType) => {
      expect(verdict(raw, factsOf({ contentType }))).toBe("proved");
    },
  );

  it.each(["application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "application/xml", "image/png"])(
    "is any text for %s",
    (contentType) => {
      expect(verdict(raw, factsOf({ contentType }))).toBe('"');
      expect(verdict(`{ "raw": $input.json('$') }`, factsOf({ contentType }))).toBe("proved");
    },
  );

  it("is what is assumed of it all the same", () => {
    const facts = factsOf({ contentType: "text/plain" });
    expect(prove(raw, { facts, assumptions: { body: "json" } })).toMatchObject({
      status: "proved",
      assumptions: { body: "json" },
    });
    expect(prove(raw, { facts }).assumptions.body).toBe("any-text");
  });
});

describe("a binary body", () => {
  const image = '{"image": "$input.body"}';
  const facts = (contentType: string, binaryMediaTypes: readonly string[], contentHandling = "CONVERT_TO_TEXT") =>
    factsOf({ contentType, binaryMediaTypes, integration: { contentHandling } });

  it("is Base64 under CONVERT_TO_TEXT", () => {
    expect(verdict(image, facts("application/octet-stream", ["application/octet-stream"]))).toBe("proved");
    expect(verdict(image, facts("application/json", ["*/*"]))).toBe("proved");
    expect(verdict('{"image": $input.body}', facts("image/jpeg", ["image/jpeg"]))).toBe("YQ==");
  });

  it("is text where its type is none of the binary ones, or nothing converts it", () => {
    expect(verdict(image, facts("application/json", ["image/jpeg"]))).toBe('"a"');
    expect(verdict(image, facts("image/jpeg", ["image/jpeg"], "CONVERT_TO_BINARY"))).toBe('"a"');
  });

  it("of an answer is Base64 for sure if all types are binary", () => {
    const answer = (binaryMediaTypes: readonly string[]): TemplateFacts => ({
      ...factsOf({ direction: "response", binaryMediaTypes, integration: { service: "lambda" } }),
      response: { statusCode: "200", contentHandling: "CONVERT_TO_TEXT", responseParameters: {} },
    });
    expect(verdict(image, answer(["*/*"]))).toBe("proved");
    expect(verdict(image, answer(["image/jpeg"]))).toBe('"a"');
  });
});

describe("a response without a body", () => {
  const facts = (statusCode: string): TemplateFacts => ({
    ...answerOf("lambda"),
    response: { statusCode, responseParameters: {} },
  });
  const onlyErrors = `#if($input.path('$.error') != ""){"error": $input.json('$.error')}#end`;

  it("is right with status 204 or 304, the response's or the template's", () => {
    expect(verdict(onlyErrors, facts("204"))).toBe("proved");
    expect(verdict(onlyErrors, facts("200"))).toBe("");
    const overridden = (status: string) =>
      `#if($input.path('$.a') == "")#set($context.responseOverride.status = ${status})#else{"a": 1}#end`;
    expect(verdict(overridden("204"), facts("200"))).toBe("proved");
    expect(verdict(overridden('"304"'), facts("200"))).toBe("proved");
    expect(verdict(overridden("404"), facts("200"))).toBe("");
    expect(verdict(overridden("200"), facts("204"))).toBe("");
  });

  it("is still JSON where it has one", () => {
    expect(verdict(`{"a": $input.path('$.a')}`, facts("204"))).toBe('{"a": }');
  });
});

describe("a response that is sent as something else", () => {
  const facts = (contentType: string, header = "Content-Type"): TemplateFacts => ({
    ...answerOf("lambda"),
    response: { statusCode: "200", responseParameters: { [`method.response.header.${header}`]: contentType } },
  });

  it("is no JSON", () => {
    expect(verdict("$input.path('$')", facts("'text/html'"))).toBe("not-applicable");
    expect(verdict("$input.path('$')", facts("'text/html; charset=utf-8'", "content-type"))).toBe("not-applicable");
    const overridden = (type: string) =>
      `#set($context.responseOverride.header.Content-Type = "${type}")$input.path('$.page')`;
    expect(verdict(overridden("text/html"), answerOf("lambda"))).toBe("not-applicable");
    expect(verdict(overridden("application/json"), answerOf("lambda"))).toBe("");
  });

  it("is JSON where that is not known", () => {
    for (const type of [
      "'application/json'",
      "'application/problem+json'",
      "integration.response.header.Content-Type",
    ]) {
      expect(verdict("$input.path('$')", facts(type)), type).toBe('"a"');
    }
  });
});

describe("the request template of a MOCK integration", () => {
  const facts = factsOf({ integration: { type: "MOCK" } });

  it.each([
    '{"statusCode": 200}',
    "{statusCode: 200}",
    '{ "statusCode": 200, }',
    "{'statusCode': 404}",
    "#if($input.params('x') == 'a'){statusCode: 404}#else{statusCode: 200,}#end",
    `{"statusCode": 200, "q": "$util.escapeJavaScript($input.params('q')).replaceAll("\\\\'", "'")"}`,
    `{"body": $input.json('$'), "statusCode": 200}`,
  ])("is read leniently: %s", (template) => {
    expect(verdict(template, facts)).toBe("proved");
  });

  it.each([
    ['{"statusCode": "200"}', '{"statusCode": "200"}'],
    ['{"status": 200}', '{"status": 200}'],
    ["OK", "OK"],
    ["", ""],
    ["#if($input.params('x') == 'a'){statusCode: 404}#end", ""],
  ])("needs an integer statusCode, which %s does not always have", (template, output) => {
    expect(verdict(template, facts)).toBe(output);
  });

  it("needs it for every request", () => {
    expect(verdict(`{"statusCode": $input.params('s')}`, facts)).toBe('{"statusCode": }');
    expect(verdict(`{"statusCode": 200, "$input.params('n')": 1}`, facts)).not.toBe("proved");
    expect(prove("{}", { facts }) as ProofResult).toMatchObject({ reason: expect.stringContaining("statusCode") });
  });

  it("is none of a response", () => {
    expect(verdict("{a: 1}", { ...facts, direction: "response" })).toBe("{a: 1}");
  });
});

describe("values of a form", () => {
  it("may hold = but for the first, which ends the name", () => {
    const facts = factsOf();
    expect(verdict("Action=SendMessage&MessageGroupId=$context.connectionId", facts)).toBe("proved");
    expect(verdict("Action=Publish&Id=$context.extendedRequestId&Raw=x=$context.extendedRequestId", facts)).toBe(
      "proved",
    );
    expect(verdict("Action=Publish&$context.extendedRequestId=1", facts)).not.toBe("proved");
  });

  it("are ended by &, and changed by + and %", () => {
    const facts = factsOf();
    expect(verdict("Action=A&B=$util.base64Encode($input.body)", facts)).not.toBe("proved");
    expect(verdict("Action=A&B=$input.params('p')", facts)).toEqual({ p: "v&v" });
    expect(verdict("Action=A&B=$context.requestTime", facts)).not.toBe("proved");
  });
});
