import { fileURLToPath } from "node:url";
import { hasShared, runProgram } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { directionOf } from "../src/runtime/character/directions.js";
import { codePointNamed, nameOf } from "../src/runtime/character/names.js";
import { numericValueOf } from "../src/runtime/character/numeric-values.js";

const program = fileURLToPath(new URL("../../../scripts/java/Characters.java", import.meta.url));

describe.runIf(hasShared())("characters", () => {
  it("have the names, directions and numeric values that the JVM tells, each of them", async () => {
    const theirs = (await runProgram("java", [program])).trimEnd().split("\n");
    const named = Array.from({ length: 0x11_0000 }, (_, codePoint) => ({ codePoint, name: nameOf(codePoint) }));
    const ours = named
      .filter(({ name }) => name !== null)
      .map(({ codePoint, name }) =>
        [codePoint.toString(16), name, directionOf(codePoint), numericValueOf(codePoint)].join("\t"),
      );
    expect(ours.length).toBe(theirs.length);
    expect(ours.filter((line, i) => line !== theirs[i])).toEqual([]);
    expect(named.filter(({ codePoint, name }) => name !== null && codePointNamed(name) !== codePoint)).toEqual([]);
  });
});
