import { readFileSync } from "node:fs";
import { hasShared, runProgram } from "@apigw-vtl/test-support";
import { expect, it } from "vitest";
import { signaturesFile, signaturesProgram } from "../test/java-signatures.js";

it.runIf(hasShared())("the table of Java's signatures is what the JVM reports", async () => {
  expect(await runProgram("java", [signaturesProgram])).toBe(readFileSync(signaturesFile, "utf8"));
});
