import { hasShared } from "@apigw-vtl/test-support";
import { afterEach, describe, expect, it } from "vitest";
import { closeAll, listen, send, start } from "./running-api.js";

afterEach(closeAll);

describe.runIf(hasShared())("petstore", () => {
  it("answers its page by MOCK, with the stage in its links", async () => {
    const api = await start("petstore/openapi.json", { parameters: { uri: "http://127.0.0.1:9/pets" } });
    const { status, headers, body } = await send(api, "GET", "/");
    expect([status, headers["Content-Type"]]).toEqual([200, "text/html"]);
    expect(body).toContain('<a href="/test/pets/" target="_blank">');
  });

  it("hands queries and paths on to its HTTP backend", async () => {
    const pets = [{ id: 1, type: "dog", price: 249.99 }];
    const { received, url } = await listen(({ url: asked }) => ({ json: asked === "/pets/1" ? pets[0] : pets }));
    const api = await start("petstore/openapi.json", { parameters: { uri: `${url}/pets` } });
    const listed = await send(api, "GET", "/pets?type=dog&page=2&secret=1");
    expect([listed.status, listed.headers["Access-Control-Allow-Origin"]]).toEqual([200, "*"]);
    expect(JSON.parse(listed.body)).toEqual(pets);
    const query = new URL(received[0]?.url ?? "", url).searchParams;
    expect(Object.fromEntries(query)).toEqual({ type: "dog", page: "2" });
    const one = await send(api, "GET", "/pets/1");
    expect(JSON.parse(one.body)).toEqual(pets[0]);
    expect(received[1]).toMatchObject({ method: "GET", url: "/pets/1" });
  });

  it("passes a body without a template through, and none of the client's other headers", async () => {
    const { received, url } = await listen(({ body }) => ({ json: { pet: JSON.parse(body), message: "success" } }));
    const api = await start("petstore/openapi.json", { parameters: { uri: `${url}/pets` } });
    const created = await send(api, "POST", "/pets", {
      headers: { "Content-Type": "application/json", "X-Client": "1" },
      body: { type: "cat", price: 1.5 },
    });
    expect(JSON.parse(created.body)).toEqual({ pet: { type: "cat", price: 1.5 }, message: "success" });
    expect(received[0]).toMatchObject({ method: "POST", url: "/pets", body: '{"type":"cat","price":1.5}' });
    expect(received[0]?.headers).toMatchObject({ "content-type": "application/json", accept: "application/json" });
    expect(received[0]?.headers).not.toHaveProperty("x-client");
    // What the backend says is mapped, not handed on.
    expect(created.headers).not.toHaveProperty("X-Backend");
  });

  it("answers preflights, and 504 where its backend is not there", async () => {
    const api = await start("petstore/openapi.json", { parameters: { uri: "http://127.0.0.1:9/pets" } });
    const preflight = await send(api, "OPTIONS", "/pets/3");
    expect([preflight.status, preflight.headers["Access-Control-Allow-Methods"]]).toEqual([200, "GET,OPTIONS"]);
    const gone = await send(api, "GET", "/pets");
    expect(gone.status).toBe(504);
    expect(gone.log).toContain("ECONNREFUSED");
  });
});
