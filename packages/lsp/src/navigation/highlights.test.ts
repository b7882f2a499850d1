import { describe, expect, it } from "vitest";
import { DocumentHighlightKind, DocumentHighlightRequest } from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";

const client = sharedClient();

describe("document highlights", () => {
  it.each(hostNames)("are the keywords of one condition in %s", async (host) => {
    const text = `[|#if|]($a)\n#if($b)x#end\n[|#elseif|]($c)\ny\n[|#else|]\nz\n[|#end|]|\n`;
    const document = await client.current.openIn(host, text);
    const found = await document.at(DocumentHighlightRequest.type);
    expect(found?.map(({ range }) => range)).toEqual(document.ranges);
  });

  it("are a loop's keywords and the breaks out of it", async () => {
    const text = `[|#fore|ach|]($x in [1])#if($x)[|#break|]#end#foreach($y in [2])#break#end[|#end|]`;
    const document = await client.current.open(text);
    const found = await document.at(DocumentHighlightRequest.type);
    expect(found?.map(({ range }) => range)).toEqual(document.ranges);
  });

  it("tell reads of a variable from writes", async () => {
    const document = await client.current.open(`#set($a| = 1)$a#set($a.b = 2)`);
    const found = await document.at(DocumentHighlightRequest.type);
    const { Read, Write } = DocumentHighlightKind;
    expect(found?.map(({ kind }) => kind)).toEqual([Write, Read, Write]);
  });

  it.each(["te|xt", "#set($a = 1|)", "## #i|f"])("are none in %s", async (text) => {
    const document = await client.current.open(text);
    expect(await document.at(DocumentHighlightRequest.type)).toEqual([]);
  });
});
