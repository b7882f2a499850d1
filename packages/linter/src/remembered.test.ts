import { expect, it } from "vitest";
import { keptIn, remembered, rememberedByKey } from "./remembered.js";

it("works out a result once for each object, nothing being a result too", () => {
  const asked: object[] = [];
  const nothing = remembered((key: object): string | undefined => void asked.push(key));
  const [one, other] = [{}, {}];
  expect([nothing(one), nothing(other), nothing(one)]).toEqual([undefined, undefined, undefined]);
  expect(asked).toEqual([one, other]);
});

it("forgets all results by text when there are more than a few", () => {
  const asked: string[] = [];
  const length = rememberedByKey((key: string) => asked.push(key) && key.length, 1);
  expect(["a", "bb", "a", "ccc", "a"].map(length)).toEqual([1, 2, 1, 3, 1]);
  expect(asked).toEqual(["a", "bb", "ccc", "a"]);
});

it("keeps what was made for a key", () => {
  const known = new Map<string, string[]>();
  keptIn(known, "a", () => []).push("x");
  keptIn(known, "a", () => []).push("y");
  expect(known).toEqual(new Map([["a", ["x", "y"]]]));
});
