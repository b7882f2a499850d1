import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { classOfValue } from "./rule.js";

const passenger = "#set($passenger = $input.path('$'))";

it("finds `.class` where a member is read, printed or compared", () => {
  expect(highlights(classOfValue, `${passenger}$passenger.class #if($passenger.seat.class == "1")first#end`)).toEqual([
    ".class",
    ".class",
  ]);
});

it("accepts the name of the class, a member by its key, a path, and what is assigned", () => {
  const source = `${passenger}$passenger.class.name $passenger['class'] $passenger.get("class") $input.path('$.class')`;
  expect(highlights(classOfValue, source)).toEqual([]);
  expect(highlights(classOfValue, "#set($made = {})#set($made.class = 1)")).toEqual([]);
});

it("reads the member by its key", () => {
  expect(fixOf(classOfValue, `${passenger}$passenger.class "\${passenger.class}"`)).toBe(
    `${passenger}$passenger['class'] "\${passenger['class']}"`,
  );
});
