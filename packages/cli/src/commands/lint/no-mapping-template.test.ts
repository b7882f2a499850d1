import { expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

const RESOLVER = '#if($util.isNull($ctx.args.id)) $util.error("id") #end {"id": "$ctx.args.id"}';

it("a resolver of AppSync is left alone, with one line that says why", async () => {
  const { code, stdout } = await vtl(["lint", "-f", "unix"], { files: { "getItem.request.vtl": RESOLVER } });
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^getItem\.request\.vtl:1:1: info: This is a resolver's template of AppSync, .* \[no-mapping-template\]\n$/,
  );
  expect((await vtl(["format", "--check"], { files: { "getItem.request.vtl": RESOLVER } })).code).toBe(0);
});

it("is judged all the same where the configuration says which dialect it is", async () => {
  const config = JSON.stringify({ overrides: [{ files: ["*.vtl"], dialect: "apigateway" }] });
  const files = { "getItem.request.vtl": RESOLVER, "vtl.config.json": config };
  const { code, stdout } = await vtl(["lint", "-f", "unix"], { files });
  expect(code).toBe(1);
  expect(stdout).toContain("[unknown-util]");
});
