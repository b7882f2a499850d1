import { hasShared } from "@apigw-vtl/test-support";
import { afterEach, describe, expect, it } from "vitest";
import { callDynamoDb } from "../../src/node.js";
import { closeAll, type RunningApi, send, start, tokenOf } from "./running-api.js";

afterEach(closeAll);

describe.runIf(hasShared())("url-shortener, against dynalite", () => {
  const alice = { Authorization: tokenOf({ email: "alice@example.com" }), "Content-Type": "application/json" };
  const bob = { Authorization: tokenOf({ email: "bob@example.com" }), "Content-Type": "application/json" };
  const startShortener = () =>
    start("url-shortener/sam-template.yaml", {
      parameters: { UseLocalClient: "false", "AmplifyApp.DefaultDomain": "d1.amplifyapp.com" },
      // The template includes ./api.yaml, which lies beside it under another name.
      renamed: { "api.yaml": "openapi.yaml" },
    });
  const itemOf = async ({ local }: RunningApi, id: string) =>
    callDynamoDb(await local.dynamodb(), "GetItem", { TableName: "LinkTable", Key: { id: { S: id } } });
  const create = (api: RunningApi, id: string, url: string) =>
    send(api, "POST", "/app", { headers: alice, body: { id, url } });

  it("leaves nothing open once the application's domain is given, but that requests are throttled", async () => {
    expect((await startShortener()).problems).toEqual(["ThrottlingBurstLimit: requests are not counted here"]);
  });

  it("creates a link, writes who it belongs to, and answers with what is in the table", async () => {
    const api = await startShortener();
    const { status, headers, body } = await create(api, "vtl", "https://velocity.apache.org/engine");
    expect([status, headers["Access-Control-Allow-Origin"]]).toEqual([200, "https://master.d1.amplifyapp.com"]);
    const link = JSON.parse(body);
    expect(link).toMatchObject({ id: "vtl", url: "https://velocity.apache.org/engine", owner: "alice@example.com" });
    expect(link.timestamp).toMatch(/^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
    expect(await itemOf(api, "vtl")).toEqual({
      Item: {
        id: { S: "vtl" },
        url: { S: "https://velocity.apache.org/engine" },
        owner: { S: "alice@example.com" },
        timestamp: { S: link.timestamp },
      },
    });
  });

  it("does not take a link that there is already, nor a body that the model refuses", async () => {
    const api = await startShortener();
    await create(api, "vtl", "https://velocity.apache.org/engine");
    const again = await send(api, "POST", "/app", {
      headers: bob,
      body: { id: "vtl", url: "https://evil.example.com/x" },
    });
    expect(again.status).toBe(200);
    expect(JSON.parse(again.body)).toEqual({ error: true, message: "URL link already exists" });
    expect(await itemOf(api, "vtl")).toMatchObject({ Item: { owner: { S: "alice@example.com" } } });
    const noUrl = await create(api, "b", "no url");
    expect([noUrl.status, noUrl.body]).toEqual([400, '{"message": "Invalid request body"}']);
    expect(await itemOf(api, "b")).toEqual({});
  });

  it("redirects to a link, and to the application where there is none", async () => {
    const api = await startShortener();
    await create(api, "vtl", "https://velocity.apache.org/engine");
    const found = await send(api, "GET", "/vtl");
    expect([found.status, found.headers.Location, found.headers["Cache-Control"]]).toEqual([
      301,
      "https://velocity.apache.org/engine",
      "max-age=300",
    ]);
    const missing = await send(api, "GET", "/none");
    expect([missing.status, missing.headers.Location]).toEqual([301, "master.d1.amplifyapp.com?error=url_not_found"]);
  });

  it("lists the links of the caller alone", async () => {
    const api = await startShortener();
    await create(api, "one", "https://one.example.com/");
    await create(api, "two", "https://two.example.com/");
    const listed = await send(api, "GET", "/app", { headers: alice });
    expect(listed.status).toBe(200);
    const ids = JSON.parse(listed.body).map(({ id, owner }: Record<string, string>) => `${id} ${owner}`);
    expect(ids.sort()).toEqual(["one alice@example.com", "two alice@example.com"]);
    expect(JSON.parse((await send(api, "GET", "/app", { headers: bob })).body)).toEqual([]);
    expect((await send(api, "GET", "/app")).status).toBe(401);
  });

  it("updates a link for its owner only", async () => {
    const api = await startShortener();
    await create(api, "vtl", "https://velocity.apache.org/engine");
    // The model's pattern begins and ends with a slash, as JavaScript writes one: only such URLs pass.
    const url = "https://proxy.example/https://changed.example.com/new/";
    const body = { id: "vtl", url, timestamp: "now", owner: "alice@example.com" };
    const refused = await send(api, "PUT", "/app/vtl", { headers: bob, body });
    expect(refused.status).toBe(400);
    expect(await itemOf(api, "vtl")).toMatchObject({ Item: { url: { S: "https://velocity.apache.org/engine" } } });
    const updated = await send(api, "PUT", "/app/vtl", { headers: alice, body });
    expect(updated.status).toBe(200);
    expect(JSON.parse(updated.body)).toMatchObject({ id: "vtl", url, owner: "alice@example.com" });
    expect(await itemOf(api, "vtl")).toMatchObject({ Item: { url: { S: url } } });
  });

  it("deletes a link for its owner only", async () => {
    const api = await startShortener();
    await create(api, "vtl", "https://velocity.apache.org/engine");
    const refused = await send(api, "DELETE", "/app/vtl", { headers: bob });
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.body)).toEqual({
      error: { message: "Either you do not have permission to do this operation or a parameter is missing" },
    });
    expect(await itemOf(api, "vtl")).toHaveProperty("Item");
    expect((await send(api, "DELETE", "/app/vtl", { headers: alice })).status).toBe(200);
    expect(await itemOf(api, "vtl")).toEqual({});
  });
});
