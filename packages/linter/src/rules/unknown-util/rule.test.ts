import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { unknownUtil } from "./rule.js";

it("finds functions of AppSync", () => {
  expect(
    highlights(unknownUtil, "$util.toJson($x) #set($id = $util.autoId()) $!util.dynamodb.toDynamoDBJson(1) $ctx.args"),
  ).toEqual(["$util.toJson", "$util.autoId", "$!util.dynamodb", "$ctx.args"]);
});

it("accepts the six functions, and a variable called ctx", () => {
  const source =
    "$util.escapeJavaScript('a')$util.parseJson('1')$util.urlEncode('a')$util.urlDecode('a')" +
    "$util.base64Encode('a')$util.base64Decode('a')#set($ctx = 1)$ctx";
  expect(highlights(unknownUtil, source)).toEqual([]);
});
