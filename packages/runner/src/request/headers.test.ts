import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { apiWith, integration, request, route } from "../testing/definitions.js";
import { HeaderBag, headerValue, isHeaderName } from "./headers.js";

describe("headers in the making", () => {
  it("compare names whatever their case, and keep the place of what they replace", () => {
    const bag = new HeaderBag([
      ["A", "1"],
      ["B", "2"],
      ["a", "3"],
    ]);
    bag.set("a", "x", "y");
    bag.setDefault("b", "no");
    bag.setDefault("C", "4");
    expect(bag.list()).toEqual([
      ["a", "x"],
      ["a", "y"],
      ["B", "2"],
      ["C", "4"],
    ]);
    bag.remove("A");
    expect([bag.list().length, bag.has("a"), bag.has("c")]).toEqual([2, false, true]);
  });
});

describe("what goes over the wire", () => {
  it.each([
    ["plain\ttext", "plain\ttext"],
    ["a\r\nSet-Cookie: b", "a  Set-Cookie: b"],
    ["grün", "grün"],
    ["snow ☃ 𝄞", "snow ? ?"],
    ["nul\u0000", "nul "],
  ])("the value %j is %j", (value, expected) => {
    expect(headerValue(value)).toBe(expected);
  });

  it.each([
    ["X-A", true],
    ["", false],
    ["a b", false],
    ["a\r\nb", false],
    ["ä", false],
    ["__proto__", true],
  ])("the name %j: %s", (name, expected) => {
    expect(isHeaderName(name)).toBe(expected);
  });

  it("holds for what templates set", async () => {
    const text = `#set($context.responseOverride.header["a b"] = "x")#set($context.responseOverride.header.X-A = "1
2"){"statusCode": 200}`;
    const definition = apiWith(
      route({ integration: integration({ requestTemplates: [{ contentType: "application/json", text }] }) }),
    );
    const { response } = await createGateway(definition).invoke(request("GET", "/"));
    expect(response.headers).toContainEqual(["X-A", "1 2"]);
    expect(response.headers.map(([name]) => name)).not.toContain("a b");
  });
});
