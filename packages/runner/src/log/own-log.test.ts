import { readdirSync, readFileSync } from "node:fs";
import { isPlainObject, parseEvent, type TemplateEvent } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { gatewayRequest } from "../request/gateway-request.js";
import { backendOf } from "../testing/backends.js";
import { apiWith, integration, route } from "../testing/definitions.js";
import { clientRequest } from "./client-request.js";
import { readExecutionLog } from "./read-log.js";

const fixtures = new URL("../../../../fixtures/templates/", import.meta.url);
const events = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((path) => /event(?:-\d+)?\.json$/.test(path))
  .map((path) => [path, parseEvent(readFileSync(new URL(path, fixtures), "utf8"))] as const);

const entries = (map: unknown): (readonly [string, string])[] =>
  Object.entries(isPlainObject(map) ? map : {}).map(([name, value]) => [name, String(value)]);

/** The log of a method that is called with what an event has, and whose integration answers the event's body. */
async function logOf({ body, headers, querystring, path }: TemplateEvent): Promise<string> {
  const [names, values] = [entries(path).map(([name]) => name), entries(path).map(([, value]) => value)];
  const called = route({
    httpMethod: "POST",
    path: `/x${names.map((name) => `/{${name}}`).join("")}`,
    integration: integration({ type: "HTTP", uri: "https://example.com/", httpMethod: "POST" }),
  });
  const query = new URLSearchParams(Object.fromEntries(entries(querystring)));
  const url = `/x${values.map((value) => `/${encodeURIComponent(value)}`).join("")}?${query}`;
  const gateway = createGateway(apiWith(called), { backends: [backendOf(() => ({ body: body ?? "" }))] });
  const { log } = await gateway.invoke(gatewayRequest("POST", url, { headers: entries(headers), body: body ?? "" }));
  return log.join("\n");
}

describe("the log of a request with what a fixture's event has", () => {
  it("is of all fixtures", () => expect(events.length).toBeGreaterThan(80));

  it.each(events)("%s", async (_, event) => {
    const logged = readExecutionLog(await logOf(event));
    if (logged === undefined) throw new Error("the log has no request");
    const { headers, body } = clientRequest(logged);
    const text = event.body ?? "";
    const isWhole = text.length <= 998;
    expect(logged.untold.map(({ line }) => line)).toEqual(
      isWhole
        ? []
        : [
            "Method request body before transformations",
            "Endpoint request body after transformations",
            "Endpoint response body before transformations",
            "Method response body after transformations",
          ],
    );
    expect(body).toBe(text.slice(0, 998));
    expect(logged.answer?.body).toBe(text.slice(0, 998));
    expect(headers).toEqual(expect.arrayContaining(entries(event.headers)));
    expect(logged.query).toEqual(entries(event.querystring));
    expect(logged.path.map(([name, value]) => [name, decodeURIComponent(value)])).toEqual(entries(event.path));
  });
});
