import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocumentSymbol, DocumentSymbolRequest } from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { TestClient } from "../testing/test-client.js";

let client: TestClient;
beforeAll(async () => {
  client = await TestClient.start();
});
afterAll(() => client[Symbol.asyncDispose]());

/** The outline as indented lines. */
function outline(symbols: readonly DocumentSymbol[], indent = ""): string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail ? ` — ${detail}` : ""}`,
    ...outline(children, `${indent}  `),
  ]);
}

const template = `#set($items = $input.path("$.items"))
[|#foreach($item in $items)
  #if($item.id > 1)#set($x = 1)#else b #end
#end|]
#define($head) a #end
{}`;

const expected = [
  `$items — $input.path("$.items")`,
  "#foreach $item — $items",
  "  #if — $item.id > 1",
  "    $x — 1",
  "  #else",
  "$head",
];

describe("document symbols", () => {
  it.each(hostNames)("are the directives of a template in %s", async (host) => {
    const document = await client.openIn(host, template);
    const symbols = (await document.ask(DocumentSymbolRequest.type)) as DocumentSymbol[];
    const own = host === "a .vtl file" ? symbols : symbols.flatMap(({ children = [] }) => children);
    expect(outline(own)).toEqual(expected);
    expect(own[1]?.range).toEqual(document.ranges[0]);
  });

  it("have an entry for each template of a host file, named by its route", async () => {
    const document = await client.openIn("OpenAPI in YAML", "#set($x = 1)");
    const symbols = (await document.ask(DocumentSymbolRequest.type)) as DocumentSymbol[];
    expect(symbols.map(({ name }) => name)).toEqual(["POST /orders/{id} request application/json"]);
  });

  it("are none for a file without templates", async () => {
    const document = await client.open("a: 1\n", "plain.yaml", "yaml");
    expect(await document.ask(DocumentSymbolRequest.type)).toBeNull();
  });
});
