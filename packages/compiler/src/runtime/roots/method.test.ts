import { describe, expect, it } from "vitest";
import { print } from "../object/print.js";
import { buildMethod } from "./method.js";

describe("$method.request", () => {
  it("has the last value of each parameter, and all of them as lists", () => {
    const method = buildMethod({
      body: "raw",
      headers: { h: ["1", "2"] },
      querystring: { q: "x", r: ["a", "b"] },
      path: { id: "7" },
    });
    expect(print(method)).toBe(
      "{request={path={id=7}, querystring={q=x, r=b}, header={h=2}," +
        " multivaluequerystring={q=[x], r=[a, b]}, multivalueheader={h=[1, 2]}, body=raw}}",
    );
  });

  it("is there for an empty request too", () => {
    expect(print(buildMethod({}))).toBe(
      "{request={path={}, querystring={}, header={}, multivaluequerystring={}, multivalueheader={}, body=}}",
    );
  });
});
