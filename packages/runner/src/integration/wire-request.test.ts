import { describe, expect, it } from "vitest";
import { backendRequest, lambdaRequest } from "../node/backends/testing/backend-requests.js";
import { wireRequestOf } from "./wire-request.js";

describe("the request to Lambda", () => {
  it("is JSON, whatever the client's method is", () => {
    expect(wireRequestOf(lambdaRequest("f", {})).headers).toContainEqual(["Content-Type", "application/json"]);
  });

  it("keeps the content type that it has", () => {
    const { target } = lambdaRequest("f", {});
    const { headers } = wireRequestOf(backendRequest(target, "{}", [["content-type", "application/x-pet"]]));
    expect(headers.filter(([name]) => /^content-type$/i.test(name))).toEqual([["content-type", "application/x-pet"]]);
  });
});
