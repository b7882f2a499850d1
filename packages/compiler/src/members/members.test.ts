import { expect, it } from "vitest";
import { compile } from "../compile.js";
import { javaMembers } from "../java-members.js";
import { inputMembers } from "./input.js";
import type { Member } from "./member.js";
import { utilFunctions } from "./util.js";

/** `urlEncode(String)` */
const shapesOf = (members: readonly Member[]) =>
  members
    .filter(({ kind }) => kind === "method")
    .flatMap(({ signatures }) => signatures.map((one) => one.replace(/\w+: /g, "").replace(/\): .*$/, ")")))
    .sort();

const shapesOfRuntime = (className: "Input" | "Util") =>
  javaMembers(className)
    .flatMap(({ name, overloads }) => overloads.map((types) => `${name}(${types.join(", ")})`))
    .sort();

it("declares what the runtime has a body for", () => {
  expect(shapesOf(utilFunctions)).toEqual(shapesOfRuntime("Util"));
  expect(shapesOf(inputMembers)).toEqual(shapesOfRuntime("Input"));
});

it.each(utilFunctions.map((one) => [one.name, one] as const))("%s does what its example says", (_, { example }) => {
  expect(compile(example.template).render({}).output).toBe(example.output);
});
