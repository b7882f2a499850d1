import { expect, it } from "vitest";
import { route } from "../testing/definitions.js";
import { nearestRoutes } from "./nearest-routes.js";

const api = [
  "GET /pets",
  "GET /pets/{id}",
  "ANY /orders/{id}/lines",
  "POST /orders",
  "GET /files/{path+}",
  "POST /lamerr",
  "POST /items/{id}",
].map((text) => {
  const [httpMethod = "", path = ""] = text.split(" ");
  return route({ httpMethod, path });
});

it.each([
  ["GET", "/petz/7", "GET /pets/{id}"],
  ["GET", "/pet", "GET /pets"],
  ["POST", "/order", "POST /orders"],
  ["POST", "/items", "POST /items/{id}"],
  ["DELETE", "/orders/9/line", "ANY /orders/{id}/lines"],
  ["GET", "/file/a/b/c", "GET /files/{path+}"],
  ["GET", "/v1/pets/0b9e1d5c-3f60-4d2b-9f4e-7a1c2d3e4f50", "GET /pets/{id}"],
  ["GET", "/v1/orders/9/lines", "ANY /orders/{id}/lines"],
  ["GET", "/orders", "POST /orders"],
  ["PUT", "/order/9/lines/", "ANY /orders/{id}/lines"],
])("%s %s is most like %s", (method, path, nearest) => {
  const [first] = nearestRoutes(api, method, path, 1);
  expect(`${first?.httpMethod} ${first?.path}`).toBe(nearest);
});
