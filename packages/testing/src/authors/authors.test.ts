import { describe, expect, it } from "vitest";
import { invoke, matchers, render, renderRoute, type TemplateMatchers } from "../index.js";

expect.extend(matchers);

declare module "vitest" {
  interface Matchers<T> extends TemplateMatchers {}
}

const PUT = "fixtures/templates/dynamodb-get-order/template.vtl";
const STORE = "fixtures/apis/item-store/template.yaml";

describe("tests in JavaScript", () => {
  it("render templates", async () => {
    const { output, json } = await render(PUT, { path: { orderId: "7" }, stageVariables: { table: "orders" } });
    expect(output).toContain('"TableName": "orders"');
    expect(json()).toMatchObject({ Key: { pk: { S: "ORDER#7" } } });
    await expect(render("none.vtl")).rejects.toThrow("none.vtl does not exist");
    const item = { Item: { name: { S: "tea" } } };
    expect((await renderRoute(STORE, "GET /items/{name} response 200", { body: item })).json()).toMatchObject({
      name: "tea",
    });
  });

  it("take requests through an API", async () => {
    const { status, sent, json, log } = await invoke(STORE, "GET /items/tea", { respond: { body: {} } });
    expect([status, json()]).toEqual([404, { message: "there is no such item" }]);
    expect(sent.map((request) => request.json())).toMatchObject([{ Key: { name: { S: "tea" } } }]);
    expect(log.at(-1)).toContain("Method completed with status: 404");
    await expect(invoke(STORE, "items")).rejects.toThrow("items is no request");
  });

  it("match templates", async () => {
    const event = { body: { Item: { name: { S: "tea" }, price: { N: "4.25" } } } };
    const template = `${STORE}#GET /items/{name} response 200`;
    await expect(template).toRenderJson(event, { name: "tea", price: 4.25, tags: [] });
    await expect(template).toRenderJson(event, { price: 4.25 }, { subset: true });
    await expect(template).not.toRenderJson(event, { price: 4.25 });
    await expect(template).toRender(event);
    await expect(PUT).toBeProved();
    await expect(expect(template).toRenderJson(event, { name: "tea", price: 5, tags: [] })).rejects.toThrow(
      /the output is not what is expected\nprinted by fixtures\/apis\/item-store\/template\.yaml:149:\d+\n\$\.price: expected 5, printed 4\.25/,
    );
    await expect(expect(`${STORE}#POST /items response 409`).toBeProved()).resolves.toBeUndefined();
  });
});
