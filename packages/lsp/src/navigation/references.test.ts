import { describe, expect, it } from "vitest";
import { ReferencesRequest } from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";

const client = sharedClient({ files: { "vtl.config.yaml": velocityForMacros() } });

/** The service has no macros; plain Velocity has. */
function velocityForMacros(): string {
  return "overrides:\n  - files: ['**/*.vm']\n    dialect: velocity\n";
}

describe("references", () => {
  it.each(hostNames)("are all places that name a variable in %s", async (host) => {
    const text = `#set($[|a|] = $input.body)\n"$[|a|]|.b \${[|a|]}" #foreach($x in $[|a|].list)$x $ab#end`;
    const document = await client.current.openIn(host, text);
    const found = await document.at(ReferencesRequest.type, { context: { includeDeclaration: true } });
    expect(found?.map(({ range }) => range)).toEqual(document.ranges);
  });

  it("leave out definitions if the client does not want them", async () => {
    const document = await client.current.open(`#set($a| = 1)\n$[|a|] #set($b = "$![|a|]") #set($[|a|].b = 1)`);
    const found = await document.at(ReferencesRequest.type, { context: { includeDeclaration: false } });
    expect(found?.map(({ range }) => range)).toEqual(document.ranges);
  });

  it("are found of what the service sets", async () => {
    const document = await client.current.open(`$[|input|].body $[|input|]|.json('$') $util.escapeJavaScript("x")`);
    const found = await document.at(ReferencesRequest.type, { context: { includeDeclaration: true } });
    expect(found?.map(({ range }) => range)).toEqual(document.ranges);
  });

  it("of a macro are its calls, its parameters are its own", async () => {
    const macro = await client.current.open(`#macro([|row|] $x)$x#end #[|row|]|(1) #@[|row|](2)b#end $x`, "a.vm");
    const calls = await macro.at(ReferencesRequest.type, { context: { includeDeclaration: true } });
    expect(calls?.map(({ range }) => range)).toEqual(macro.ranges);
    const parameter = await client.current.open(`#macro(row $[|x|])$[|x|]|#end #row(1) $x`, "b.vm");
    const reads = await parameter.at(ReferencesRequest.type, { context: { includeDeclaration: true } });
    expect(reads?.map(({ range }) => range)).toEqual(parameter.ranges);
  });
});
