import { describe, expect, it } from "vitest";
import { PrepareRenameRequest, RenameRequest } from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";
import type { TestDocument } from "../testing/test-document.js";

const client = sharedClient({
  files: { "vtl.config.yaml": "overrides:\n  - files: ['**/*.vm']\n    dialect: velocity\n" },
});

async function rename(document: TestDocument, newName: string): Promise<string> {
  const edit = await document.at(RenameRequest.type, { newName });
  return document.applied(edit?.changes?.[document.uri] ?? []);
}

describe("rename", () => {
  it.each(hostNames)("changes every place that names a variable in %s", async (host) => {
    const text = (name: string): string => `#set($${name} = "x")\n{"a": "$!{${name}}", "b": "$${name}.length()"}`;
    const document = await client.current.openIn(host, text("old").replace("old", "o|ld"));
    const after = await client.current.openIn(host, text("renamed"));
    expect(await rename(document, "renamed")).toBe(after.text);
  });

  it.each([
    ["a loop's variable", `#foreach($x| in [1])$x $xy#end`, "y", `#foreach($y in [1])$y $xy#end`],
    ["what is defined", `#define($x)1#end$x|`, "head", `#define($head)1#end$head`],
    ["a name within a string", `#set($x = 1)#set($y = "a$x| b")`, "z", `#set($z = 1)#set($y = "a$z b")`],
    ["a name given with its $", `#set($x| = 1)$x`, "$y", `#set($y = 1)$y`],
  ])("changes %s", async (_what, before, newName, after) => {
    expect(await rename(await client.current.open(before), newName)).toBe(after);
  });

  it("changes a macro and its calls", async () => {
    const document = await client.current.open(`#macro(row $x)$x#end#row|(1)`, "m.vm");
    expect(await rename(document, "line")).toBe(`#macro(line $x)$x#end#line(1)`);
  });

  it.each([
    ["a name that is none", `#set($x| = 1)`, "1x", /no name/],
    ["a name that is taken", `#set($x| = 1)#set($y = 2)`, "y", /uses \$y already/],
    ["a name of the service's", `#set($x| = 1)`, "input", /set by the service/],
    ["what the service sets", `$input|.body`, "event", /set by the service/],
    ["what the template never sets", `$x|`, "y", /nothing to rename/],
  ])("refuses %s", async (_what, text, newName, message) => {
    await expect(rename(await client.current.open(text), newName)).rejects.toThrow(message);
  });
});

describe("prepare rename", () => {
  it.each(hostNames)("gives the name under the cursor in %s", async (host) => {
    const document = await client.current.openIn(host, `#set($x = 1)\n"\${[|x|]|}"`);
    expect(await document.at(PrepareRenameRequest.type)).toEqual({ range: document.ranges[0], placeholder: "x" });
  });

  it("says why something cannot be renamed", async () => {
    const document = await client.current.open(`$util|.urlEncode("x")`);
    await expect(document.at(PrepareRenameRequest.type)).rejects.toThrow(/set by the service/);
  });

  it("gives nothing where there is no name", async () => {
    const document = await client.current.open(`{"a|": 1}`);
    expect(await document.at(PrepareRenameRequest.type)).toBeNull();
  });
});
