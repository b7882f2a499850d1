/** What holds of the libraries in whatever module system and under whatever test runner they are loaded. */
exports.defineCases = (
  { VtlRenderError, compile, createGateway, gatewayRequest, readDefinition, invoke, matchers, render, renderRoute },
  { expect, test },
) => {
  expect.extend(matchers);

  const files = [{ path: "a.yaml", text: "openapi: 3.0.1\ninfo: {title: a, version: '1'}\npaths: {}" }];

  test("the compiler renders a template", () => {
    expect(compile('{"a":$input.json("$.a")}').render({ body: '{"a":1}' }).output).toBe('{"a":1}');
  });

  test("the runner sends a request", async () => {
    const { definition } = await readDefinition(files);
    const { response } = await createGateway(definition).invoke(gatewayRequest("GET", "/nowhere"));
    expect(response.status).toBe(403);
  });

  test("the matchers of templates", async () => {
    await expect("put.vtl").toRender({ body: { a: 1 } }, '{"a": 1}');
    await expect("put.vtl").toRenderJson({ body: { a: [1, 2] } }, { a: [1, 2] });
    await expect("put.vtl").toRenderJson({ body: { a: { b: 1, c: 2 } } }, { a: { b: 1 } }, { subset: true });
    await expect("put.vtl").not.toRenderJson({ body: { a: 1 } }, { a: 2 });
    await expect("put.vtl").toBeProved();
    await expect(expect("put.vtl").toRenderJson({ body: { a: 1 } }, { a: 2 })).rejects.toThrow(
      /printed by put\.vtl:1:7\n\$\.a: expected 2, printed 1/,
    );
  });

  test("an error of a template, of the class that the compiler exports", async () => {
    const failed = expect(render("first-tag.vtl", { body: { tags: [] } })).rejects;
    await failed.toBeInstanceOf(VtlRenderError);
  });

  test("templates of whatever vtl templates reads", async () => {
    const event = { body: { id: 7 } };
    expect((await renderRoute("orders.tf", "PUT /orders request", event)).json()).toEqual({ order: 7 });
    expect((await invoke("orders.tf", "PUT /orders", { body: { id: 7 } })).sent[0].json()).toEqual({ order: 7 });
    await expect("stack.ts#/5:3/requestTemplates/application~1json").toRenderJson(event, { id: 7 });
  });

  test("templates of a definition and requests through it", async () => {
    expect((await render("put.vtl", { body: { a: "x" } })).json()).toEqual({ a: "x" });
    expect((await renderRoute("api.yaml", "GET /a/{id} request", { path: { id: "7" } })).output).toBe('{"id": "7"}');
    const { status, json, sent } = await invoke("api.yaml", "GET /a/it's", { respond: { body: { ok: true } } });
    expect([status, json(), sent[0].json()]).toEqual([200, { got: true }, { id: "it's" }]);
  });
};
