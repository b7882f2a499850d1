import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** A test of an API as a user of the package writes it; the item store keeps its items in the local DynamoDB. */
const SCRIPT = `
import { readFileSync } from "node:fs";
import { readDefinition } from "@apigw-vtl/definitions";
import { createGateway, gatewayRequest } from "@apigw-vtl/runner";
import { localBackends } from "@apigw-vtl/runner/node";

const path = "fixtures/apis/item-store/template.yaml";
const { definition } = await readDefinition([{ path, text: readFileSync(path, "utf8") }]);
const local = localBackends(definition, { folder: "." });
const gateway = createGateway(definition, local);
const headers = { "Content-Type": "application/json" };
const put = await gateway.invoke(gatewayRequest("POST", "/items", { headers, body: '{"name": "tea", "price": 1}' }));
const get = await gateway.invoke(gatewayRequest("GET", "/items/tea"));
await local.close();
console.log(JSON.stringify([put.response.status, JSON.parse(new TextDecoder().decode(get.response.body))]));
`;

it("the built package runs an API with its local DynamoDB", async () => {
  const cwd = new URL("../../..", import.meta.url);
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", SCRIPT], { cwd });
  expect(JSON.parse((await run).stdout)).toEqual([201, { name: "tea", price: 1, tags: [] }]);
});

it("the built package has the view of a result for other pages, with its style", async () => {
  const cwd = new URL("../../..", import.meta.url);
  const script = `
    import { readFileSync } from "node:fs";
    import { fileURLToPath } from "node:url";
    const page = await import("@apigw-vtl/runner/page");
    const style = readFileSync(fileURLToPath(import.meta.resolve("@apigw-vtl/runner/page.css")), "utf8");
    console.log(JSON.stringify([Object.keys(page).sort(), style.includes(".step-list"), style.includes("@import")]));
  `;
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], { cwd });
  expect(JSON.parse((await run).stdout)).toEqual([
    ["afterPress", "firstStepToShow", "resultView", "tabs"],
    true,
    false,
  ]);
});
