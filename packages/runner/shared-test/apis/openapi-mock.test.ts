import { hasShared } from "@apigw-vtl/test-support";
import { afterEach, describe, expect, it } from "vitest";
import { closeAll, send, start } from "./running-api.js";

afterEach(closeAll);

describe.runIf(hasShared())("openapi-mock", () => {
  it("echoes a path parameter, whatever the method", async () => {
    const api = await start("openapi-mock/openapi.json");
    expect(api.problems).toEqual([]);
    for (const method of ["GET", "POST", "DELETE"]) {
      const { status, body } = await send(api, method, "/echo/foo-bar");
      expect([method, status, JSON.parse(body)]).toEqual([method, 200, { echo: "foo-bar", response: "mocked" }]);
    }
  });

  it("takes no other content type, since its templates are all there are", async () => {
    const api = await start("openapi-mock/openapi.json");
    const { status, body } = await send(api, "POST", "/echo/x", {
      headers: { "Content-Type": "text/plain" },
      body: "x",
    });
    expect([status, JSON.parse(body)]).toEqual([415, { message: "Unsupported Media Type" }]);
  });

  it("has no other path", async () => {
    const api = await start("openapi-mock/openapi.json");
    const { status, body } = await send(api, "GET", "/echo");
    expect([status, JSON.parse(body)]).toEqual([403, { message: "Missing Authentication Token" }]);
  });
});
