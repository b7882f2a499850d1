import { describe, expect, it } from "vitest";
import { DefinitionRequest, type LocationLink } from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";
import type { TestDocument } from "../testing/test-document.js";

const client = sharedClient();

async function targets(document: TestDocument): Promise<readonly LocationLink[]> {
  return ((await document.at(DefinitionRequest.type)) ?? []) as LocationLink[];
}

/** The cursor's definition is what is marked. */
async function expectDefinition(document: TestDocument): Promise<void> {
  const found = await targets(document);
  expect(found.map(({ targetSelectionRange }) => targetSelectionRange)).toEqual(document.ranges);
  expect(document.ranges.length).toBeGreaterThan(0);
}

describe("definition", () => {
  it.each(hostNames)("leads from a read to the #set in %s", async (host) => {
    await expectDefinition(await client.current.openIn(host, `{\n  #set($[|order|] = 1)\n  "id": "$or|der.id"\n}`));
  });

  it.each([
    ["a #set, from an interpolated string", `#set($[|a|] = 1)#set($b = "x\${a|}")`],
    ["every #set of a variable", `#if($c)#set($[|a|] = 1)#else#set($[|a|] = 2)#end $a|`],
    ["the loop, within it", `#set($a = 1)#foreach($[|a|] in [1])$a|#end`],
    ["the #set, before the loop", `#set($[|a|] = 1)$a|#foreach($[|a|] in [1])#end`],
    ["the #define of a block", `#define($[|head|])x#end $head|`],
    ["the innermost loop, from $foreach", `#foreach($x in [1])[|#foreach($y in [2])|]$fore|ach.count#end#end`],
    ["itself, from a #set", `#set($[|a|]| = 1)`],
  ])("leads to %s", async (_name, text) => {
    await expectDefinition(await client.current.open(text));
  });

  it("tells the range of the directive and of the name that was clicked", async () => {
    const document = await client.current.open(`#set($a = 1)\n$[|a|]|`);
    const [link] = await targets(document);
    expect(link?.originSelectionRange).toEqual(document.ranges[0]);
    expect(document.textIn(link!.targetRange)).toBe("#set($a = 1)");
  });

  it.each(["$input|.body", "$nowhere|", `"te|xt"`, "#set($x = 1|)"])("is none in %s", async (text) => {
    expect(await targets(await client.current.open(text))).toEqual([]);
  });

  it("is none outside of a template", async () => {
    const document = await client.current.open(
      `paths:\n  /|a:\n    get:\n      x-amazon-apigateway-integration:\n        requestTemplates:\n          application/json: "#set($a = 1)$a"\n`,
      "outside.yaml",
      "yaml",
    );
    expect(await document.at(DefinitionRequest.type)).toBeNull();
  });

  it("is plain locations for clients that know no links", async () => {
    const { TestClient } = await import("../testing/test-client.js");
    const plain = await TestClient.start({ capabilities: { textDocument: { definition: {} } } });
    const document = await plain.open(`#set($[|a|] = 1)$a|`);
    expect(await document.at(DefinitionRequest.type)).toEqual([{ uri: document.uri, range: document.ranges[0] }]);
    await plain[Symbol.asyncDispose]();
  });
});
