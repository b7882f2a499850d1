import { describe, expect, it } from "vitest";
import { invokeMethod, NO_SUCH_METHOD } from "../classes/method-lookup.js";
import { print } from "../object/print.js";
import { arrayListOf, type Value } from "../value.js";
import { utilRoot } from "./util.js";

function printed(name: string, arg: Value): string {
  const result = invokeMethod(utilRoot, name, [arg]);
  return result === NO_SUCH_METHOD ? "no such method" : print(result);
}

describe("$util", () => {
  it.each<[string, Value, string]>([
    ["parseJson", '{"a":[1]}', "{a=[1]}"],
    ["parseJson", "x", "x"],
    ["urlEncode", "a b", "a+b"],
    ["urlDecode", "a+b", "a b"],
    ["base64Encode", "a", "YQ=="],
    ["base64Decode", "YQ==", "a"],
    ["escapeJavaScript", "it's", "it\\'s"],
    ["escapeJavaScript", 5, "5"],
    ["escapeJavaScript", arrayListOf([1]), "[1]"],
  ])("%s(%j) prints %s", (name, arg, expected) => {
    expect(printed(name, arg)).toBe(expected);
  });

  it.each(["parseJson", "urlEncode", "urlDecode", "base64Encode", "base64Decode"])("%s needs a String", (name) => {
    expect(printed(name, 5)).toBe("no such method");
    expect(invokeMethod(utilRoot, name, [null])).toBeNull();
  });

  it("prints as nothing and has no AppSync functions", () => {
    expect(print(utilRoot)).toBe("");
    expect(printed("toJson", "x")).toBe("no such method");
  });
});
