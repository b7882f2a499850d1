import { hasShared } from "@apigw-vtl/test-support";
import { afterEach, describe, expect, it } from "vitest";
import { closeAll, listen, send, start } from "./running-api.js";

afterEach(closeAll);

describe.runIf(hasShared())("terraform-http-ipgeo", () => {
  const file = "terraform-http-ipgeo/ip_geo.tf";

  it("asks its backend with what the template says of the caller", async () => {
    const { received, url } = await listen(() => ({ json: { city: "Berlin" } }));
    const api = await start(file, {
      parameters: { ipgeo_url: url, "aws_api_gateway_resource.v1_api": "/v1/api" },
    });
    expect(api.problems).toEqual([]);
    const { status, body } = await send(api, "GET", "/v1/api/ipgeo");
    expect([status, JSON.parse(body)]).toEqual([200, { city: "Berlin" }]);
    expect(received[0]).toMatchObject({ method: "POST", url: "/ipinfo" });
    expect(JSON.parse(received[0]?.body ?? "")).toEqual({ ip: "127.0.0.1" });
  });

  it("says what of the module is in another file", async () => {
    const { problems } = await start(file);
    expect(problems).toEqual([
      "aws_api_gateway_resource.v1_api is not in these files; aws_api_gateway_method.ipgeo is taken to lie below the root of the API",
    ]);
  });
});
