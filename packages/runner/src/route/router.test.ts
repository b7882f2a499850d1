import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { route } from "../testing/definitions.js";
import { Router } from "./router.js";

/** `GET /pets/{id}` */
function router(...methods: readonly string[]): Router {
  return new Router(
    methods.map((text) => {
      const [httpMethod = "", path = ""] = text.split(" ");
      return route({ httpMethod, path });
    }),
  );
}

function found(methods: readonly string[], httpMethod: string, path: string) {
  const match = router(...methods).find(httpMethod, path);
  return match && [`${match.route.route.httpMethod} ${match.route.route.path}`, { ...match.pathParameters }];
}

describe("a request goes to", () => {
  const api = [
    "GET /",
    "GET /pets",
    "ANY /pets",
    "GET /pets/{id}",
    "GET /pets/mine",
    "GET /pets/{id}/photos/{photo}",
    "DELETE /pets/mine",
    "ANY /{proxy+}",
    "POST /files/{path+}",
  ];

  it.each<[method: string, path: string, target: string, parameters: object]>([
    ["GET", "/", "GET /", {}],
    ["GET", "", "GET /", {}],
    ["GET", "/pets", "GET /pets", {}],
    ["GET", "/pets/", "GET /pets", {}],
    ["POST", "/pets", "ANY /pets", {}],
    ["GET", "/pets/7", "GET /pets/{id}", { id: "7" }],
    ["GET", "/pets/mine", "GET /pets/mine", {}],
    ["GET", "/pets/a%20b%2Fc", "GET /pets/{id}", { id: "a%20b%2Fc" }],
    ["GET", "/p%65ts", "GET /pets", {}],
    ["GET", "/a//b", "ANY /{proxy+}", { proxy: "a//b" }],
    ["GET", "/pets/100%", "GET /pets/{id}", { id: "100%" }],
    ["GET", "/pets/7/photos/2", "GET /pets/{id}/photos/{photo}", { id: "7", photo: "2" }],
    ["GET", "/pets/mine/photos/2", "GET /pets/{id}/photos/{photo}", { id: "mine", photo: "2" }],
    ["DELETE", "/pets/7", "ANY /{proxy+}", { proxy: "pets/7" }],
    ["GET", "/pets/7/photos", "ANY /{proxy+}", { proxy: "pets/7/photos" }],
    ["GET", "/any/thing/", "ANY /{proxy+}", { proxy: "any/thing" }],
    ["POST", "/files/a/b.txt", "POST /files/{path+}", { path: "a/b.txt" }],
    ["GET", "/files/a/b.txt", "ANY /{proxy+}", { proxy: "files/a/b.txt" }],
    ["GET", "/Pets", "ANY /{proxy+}", { proxy: "Pets" }],
    ["GET", "/__proto__", "ANY /{proxy+}", { proxy: "__proto__" }],
  ])("%s %s: %s", (method, path, target, parameters) => {
    expect(found(api, method, path)).toEqual([target, parameters]);
  });

  // Checked on AWS by LocalStack, test_proxy_routing_with_hardcoded_resource_sibling.
  it.each([
    ["OPTIONS", "/test", "OPTIONS /{proxy+}"],
    ["POST", "/test", "POST /test"],
    ["OPTIONS", "/test/any", "ANY /test/any"],
    ["GET", "/test/any", "ANY /test/any"],
  ])("the next best resource if the best one lacks the method: %s %s, %s", (method, path, target) => {
    expect(found(["POST /test", "ANY /test/any", "OPTIONS /{proxy+}"], method, path)?.[0]).toBe(target);
  });

  it.each([
    [["GET /pets/{id}"], "GET", "/pets"],
    [["GET /pets/{id}"], "GET", "/pets//"],
    [["GET /pets/{id}"], "POST", "/pets/7"],
    [["GET /{proxy+}"], "GET", "/"],
    [["GET /a/{proxy+}"], "GET", "/a"],
    [[], "GET", "/"],
  ])("nothing in %j for %s %s", (methods, method, path) => {
    expect(found(methods, method, path)).toBeUndefined();
  });

  it("{proxy+} with the path as it came", () => {
    const path = fc.webPath().filter((text) => /^\/[^/]/.test(text) && !text.endsWith("/"));
    fc.assert(
      fc.property(path, (text) => {
        expect(found(["ANY /{proxy+}"], "GET", text)).toEqual(["ANY /{proxy+}", { proxy: text.slice(1) }]);
      }),
    );
  });
});

describe("without a method a request comes to", () => {
  const api = ["GET /", "GET /a/b", "GET /a/{x}/c", "GET /pets/{id}", "PUT /files/{path+}"];

  it.each<[path: string, resource: string, parameters: object]>([
    ["/pets/5", "/pets/{id}", { id: "5" }],
    ["/pets/5/type", "/pets/{id}", { id: "5" }],
    ["/pets", "/pets", {}],
    ["/nope", "/", {}],
    ["/", "/", {}],
    ["/a/b/c", "/a/{x}/c", { x: "b" }],
    ["/a/b/d", "/a/b", {}],
    ["/files/x/y", "/files/{path+}", { path: "x/y" }],
    [`/pets/5${"/x".repeat(5000)}`, "/pets/{id}", { id: "5" }],
  ])("%s: %s", (path, resource, parameters) => {
    const { resourcePath, pathParameters } = router(...api).deepest(path);
    expect([resourcePath, { ...pathParameters }]).toEqual([resource, parameters]);
  });

  it("a resource that the API has, whose parameters make the beginning of the path", () => {
    const segment = fc.constantFrom("a", "b", "c", "");
    const paths = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join("/")}`);
    const resources = fc.constantFrom("/a", "/a/b", "/a/{x}", "/{y}/b/c", "/{y}", "/a/b/{p+}", "/b/{q+}");
    fc.assert(
      fc.property(fc.uniqueArray(resources, { minLength: 1 }), paths, (declared, path) => {
        const api = router(...declared.map((resource) => `GET ${resource}`));
        const { resourcePath, pathParameters } = api.deepest(path);
        expect(resourcePath === "/" || declared.some((each) => `${each}/`.startsWith(`${resourcePath}/`))).toBe(true);
        const reached = resourcePath.replace(/\{(\w+)\+?\}/g, (_, name: string) => pathParameters[name] ?? "missing");
        expect(`${path}/`.startsWith(`${reached}/`) || reached === "/").toBe(true);
      }),
      { seed: 12 },
    );
  });
});
