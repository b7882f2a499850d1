import { expect, it } from "vitest";
import { checkPaths, messagesOf } from "../../testing/check-rule.js";
import { mappingSource } from "../mapping-source/rule.js";
import { templateInProxy } from "./rule.js";

const requestTemplates = [{ contentType: "application/json", text: "" }];
const requestParameters = { "integration.request.header.X": "'x'" };
const responseParameters = { "method.response.header.X": "'x'" };

it("finds templates and mappings of proxies, streaming ones among them", () => {
  expect(messagesOf(templateInProxy, { type: "AWS_PROXY", requestTemplates })).toHaveLength(1);
  expect(messagesOf(templateInProxy, { type: "AWS_PROXY", requestParameters })).toHaveLength(1);
  const responses = [{ statusCode: "200", responseParameters, responseTemplates: requestTemplates }];
  expect(messagesOf(templateInProxy, { type: "HTTP_PROXY", responses })).toHaveLength(2);
  expect(messagesOf(templateInProxy, { type: "AWS_PROXY", streams: true, responses })[0]).toContain("that streams");
});

it("accepts other integrations, requests mapped to an HTTP backend, and responses that map nothing", () => {
  expect(messagesOf(templateInProxy, { type: "AWS", requestTemplates, requestParameters })).toEqual([]);
  expect(messagesOf(templateInProxy, { type: "HTTP_PROXY", requestParameters })).toEqual([]);
  const tenant = { "integration.request.header.X-Amz-Tenant-Id": "method.request.header.tenant-id" };
  expect(messagesOf(templateInProxy, { type: "AWS_PROXY", requestParameters: tenant })).toEqual([]);
  const responses = [{ statusCode: "200", responseParameters: {}, responseTemplates: [] }];
  expect(messagesOf(templateInProxy, { type: "AWS_PROXY", responses })).toEqual([]);
});

it("accepts the mappings of HTTP APIs", async () => {
  const integration = `type: aws_proxy
      integrationSubtype: EventBridge-PutEvents
      payloadFormatVersion: "1.0"
      requestParameters: { Detail: $request.body.Detail, Source: app }`;
  const paths = `/a:\n  post:\n    x-amazon-apigateway-integration:\n      ${integration}`;
  for (const rule of [templateInProxy, mappingSource]) {
    expect(await checkPaths(rule, paths)).toEqual([]);
    expect(await checkPaths(rule, paths.replace(/^.*(?:Subtype|payloadFormat).*\n/gm, ""))).toHaveLength(2);
  }
});
