import { describe, expect, it } from "vitest";
import { isThere, readSignatures } from "./java-signatures.js";
import { missingMethods } from "./missing-methods.js";

describe("the public methods of Java's classes", () => {
  const signatures = readSignatures();
  const missing = signatures
    .filter((signature) => !isThere(signature))
    .map(({ className, name, types }) => `${className}.${name}(${types})`);

  it("are all there, or on the list with the reason why not", () => {
    expect(signatures.length).toBeGreaterThan(700);
    expect(missing.filter((one) => !missingMethods.some(({ signature }) => signature.test(one)))).toEqual([]);
  });

  it("are not on the list when they are there", () => {
    expect(missingMethods.filter(({ signature }) => !missing.some((one) => signature.test(one)))).toEqual([]);
  });
});
