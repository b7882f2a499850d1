import { describe, expect, it } from "vitest";
import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
} from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";

const client = sharedClient({
  files: { "vtl.config.yaml": "overrides:\n  - files: ['**/*']\n    dialect: velocity\n" },
});

const template = `#macro(cell $x)$x#end
#macro(row $x)#cell($x)#cell(1)#end
#row|(1)#cell(2)`;

async function prepare(name: string, text: string): Promise<CallHierarchyItem> {
  const document = await client.current.open(text, name);
  const [item] = (await document.at(CallHierarchyPrepareRequest.type)) ?? [];
  if (item === undefined) throw new Error("there is no macro");
  return item;
}

describe("call hierarchy", () => {
  it("tells which macros a macro calls, and from where", async () => {
    const item = await prepare("out.vm", template);
    expect(item.name).toBe("#row");
    const calls = await client.current.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item });
    expect(calls?.map(({ to, fromRanges }) => [to.name, fromRanges.length])).toEqual([["#cell", 2]]);
  });

  it("tells what calls a macro, the template itself included", async () => {
    const item = await prepare("in.vm", template.replace("#row|", "#row").replace("#cell(2)", "#cell|(2)"));
    const calls = await client.current.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
    expect(calls?.map(({ from, fromRanges }) => [from.name, fromRanges.length])).toEqual([
      ["#row", 2],
      ["in.vm", 1],
    ]);
  });

  it.each(hostNames)("leads from a macro to those that it calls in %s", async (host) => {
    const document = await client.current.openIn(host, template.replace("#row|", "#[|row|]|"));
    const [item] = (await document.at(CallHierarchyPrepareRequest.type)) ?? [];
    if (item === undefined) throw new Error("there is no macro");
    const calls = await client.current.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item });
    expect(calls?.map(({ to, fromRanges }) => [to.name, fromRanges.length])).toEqual([["#cell", 2]]);
    const incoming = await client.current.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
    expect(incoming?.map(({ fromRanges }) => fromRanges)).toEqual([document.ranges]);
  });

  it("is none for a variable", async () => {
    const document = await client.current.open("#set($x| = 1)");
    expect(await document.at(CallHierarchyPrepareRequest.type)).toBeNull();
  });
});
