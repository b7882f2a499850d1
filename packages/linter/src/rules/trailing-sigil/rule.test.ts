import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { trailingSigil } from "./rule.js";

it("finds a dollar or number sign that ends the template", () => {
  expect(highlights(trailingSigil, "costs 5 $")).toEqual(["$"]);
  expect(highlights(trailingSigil, "no. #")).toEqual(["#"]);
});

it("accepts them anywhere else", () => {
  expect(highlights(trailingSigil, "$ # $5\n")).toEqual([]);
});

it("adds a newline", () => {
  expect(fixOf(trailingSigil, "costs 5 $")).toBe("costs 5 $\n");
});
