import { describe, expect, it } from "vitest";
import { InlineValueRequest } from "vscode-languageserver-protocol/node";
import { hostNames } from "../testing/hosts.js";
import { TestClient } from "../testing/test-client.js";

async function inlineValues(document: Awaited<ReturnType<TestClient["open"]>>): Promise<unknown> {
  const range = document.rangeAt(0, document.text.length);
  const found = await document.ask(InlineValueRequest.type, { range, context: { frameId: 0, stoppedLocation: range } });
  return found?.map((value) => ("text" in value ? [document.textIn(value.range), value.text] : value));
}

describe("inline values", () => {
  it("are those of the active sample, without the calls at the end", async () => {
    await using client = await TestClient.start({ files: { "a.sample.json": '{"body": {"n": "abc"}}' } });
    const document = await client.open("#set($r = $input.path('$'))$r.n.length() $none", "a.vtl");
    expect(await inlineValues(document)).toEqual([
      ["$r", "$r = {n=abc}"],
      ["$r.n", "$r.n = abc"],
    ]);
  });

  it.each(hostNames)("work in %s", async (host) => {
    await using client = await TestClient.start();
    const document = await client.openIn(host, "#set($x = 1 + 1)\n{}");
    expect(await inlineValues(document)).toEqual([["$x", "$x = 2"]]);
  });
});
