import { describe, expect, it } from "vitest";
import { namedSamples, overridesFileOf, sampleRoleOf } from "./named-samples.js";

const alone = { role: undefined, alone: true, embedded: false };

describe("the samples of a template", () => {
  it("are named after its file, with what is expected beside them", () => {
    const names = ["put.sample.json", "put.empty.sample.yaml", "put.empty.expected.json", "put-more.sample.json"];
    expect(namedSamples(names, { stem: "put", ...alone })).toEqual([
      { event: "put.empty.sample.yaml", label: "empty", expected: "put.empty.expected.json" },
      { event: "put.sample.json", label: "put" },
    ]);
  });

  it("are the events of a folder in which it is the only template", () => {
    const names = ["event-2.json", "event.json", "expected-2.out", "template.vtl"];
    expect(namedSamples(names, { stem: "template", ...alone })).toEqual([
      { event: "event.json", label: "event" },
      { event: "event-2.json", label: "event-2", expected: "expected-2.out" },
    ]);
    expect(namedSamples([...names, "other.vtl"], { stem: "template", ...alone })).toEqual([]);
  });

  it("name their template where a file has several", () => {
    const role = sampleRoleOf("POST /books/{id} response 200");
    expect(role).toBe("post-books-id-response-200");
    const names = [`api.${role}.sample.json`, `api.${role}.none.sample.json`, "api.sample.json", "event.json"];
    expect(namedSamples(names, { stem: "api", role, alone: false, embedded: true })).toEqual([
      { event: `api.${role}.none.sample.json`, label: "none" },
      { event: `api.${role}.sample.json`, label: `api.${role}` },
    ]);
  });
});

it("the file with the expected overrides is named like the one with the expected output", () => {
  expect(overridesFileOf("t/expected.out")).toBe("t/overrides.json");
  expect(overridesFileOf("t/expected-2.out")).toBe("t/overrides-2.json");
  expect(overridesFileOf("t/output.json")).toBeUndefined();
});
