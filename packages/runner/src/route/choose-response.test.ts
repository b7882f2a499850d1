import type { IntegrationResponse } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { integration } from "../testing/definitions.js";
import { statusSelecting } from "./choose-response.js";

const response = (statusCode: string, selectionPattern?: string): IntegrationResponse => ({
  statusCode,
  ...(selectionPattern !== undefined && { selectionPattern }),
  responseParameters: {},
  responseTemplates: [],
});

describe("a status for which an integration response is taken", () => {
  it.each<[string, IntegrationResponse[], (number | undefined)[]]>([
    ["is its own where that selects it", [response("200"), response("404", "404")], [200, 404]],
    ["is the first that its pattern matches", [response("200"), response("400", "5\\d[3-9]")], [200, 503]],
    ["of the default one is none that a pattern takes", [response("200", "2\\d{2}"), response("201")], [200, 300]],
    ["is below 200 only where no other is left", [response("200", "[2-5]\\d\\d"), response("500")], [200, 100]],
    [
      "is its own beside an earlier pattern that takes all",
      [response("200", ".*"), response("404", "404")],
      [200, 404],
    ],
    ["is none where an earlier pattern takes all", [response("200", ".*"), response("404", "50.")], [200, undefined]],
  ])("%s", (_, responses, statuses) => {
    const declared = integration({ type: "HTTP", responses });
    expect(responses.map((each) => statusSelecting(declared, each))).toEqual(statuses);
  });
});
