import type { RenderReply, TemplateSummary } from "@apigw-vtl/lsp";
import { describe, expect, it } from "vitest";
import { contentOf } from "./preview-content.js";

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const template: TemplateSummary = {
  uri: "file:///a.vtl",
  address: "",
  label: "a.vtl",
  range,
  text: "x",
  facts: {},
  embedded: false,
};
const event = {};

describe("the preview shows", () => {
  it("the output, with each override in a row as the template would write it", () => {
    const overrides = { responseOverride: { status: 404, header: { "X-Reason": "gone" } } };
    const reply: RenderReply = {
      status: "rendered",
      template,
      output: "{}",
      language: "json",
      parts: [],
      problems: [],
      overrides,
      event,
    };
    expect(contentOf(reply)).toMatchObject({
      kind: "output",
      output: "{}",
      overrides: [
        { name: "$context.responseOverride.status", value: "404" },
        { name: "$context.responseOverride.header['X-Reason']", value: "gone" },
      ],
    });
  });

  it("the first reason why the service would refuse a template, and how many more there are", () => {
    const reply: RenderReply = {
      status: "refused",
      template,
      diagnostics: [
        { message: "`#if` has no `#end`.", range },
        { message: "other", range },
      ],
    };
    expect(contentOf(reply)).toMatchObject({ message: "`#if` has no `#end`.", hint: "There is one more problem." });
  });

  it("where to read about an error of the service", () => {
    const reply: RenderReply = {
      status: "failed",
      template,
      code: "index-out-of-range",
      message: "The list has 1 element.",
      documentationUrl: "https://example.com",
      range,
      event,
    };
    expect(contentOf(reply)).toMatchObject({ documentationUrl: "https://example.com", placed: true });
  });
});
