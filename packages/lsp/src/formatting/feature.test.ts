import { describe, expect, it } from "vitest";
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  ShowMessageNotification,
} from "vscode-languageserver-protocol/node";
import { HOSTS, hostNames } from "../testing/hosts.js";
import { readSentinels, withSentinels } from "../testing/markers.js";
import { TestClient } from "../testing/test-client.js";

const options = { tabSize: 2, insertSpaces: true };

describe("formatting documents", () => {
  const messy = `{\n"id":$input.json('$.id'),\n#if($input.path('$.a')!="")\n"a":1,\n#end\n"b":"x  y"}`;
  const clean = `{\n  "id": $input.json('$.id'),\n  #if($input.path('$.a') != "")\n    "a": 1,\n  #end\n  "b": "x  y"\n}`;

  it.each(hostNames)("%s", async (host) => {
    await using client = await TestClient.start();
    const document = await client.openIn(host, messy);
    const edits = await document.ask(DocumentFormattingRequest.type, { options });
    const expected = readSentinels(HOSTS[host](withSentinels(clean)).text).text;
    expect(document.applied(edits ?? [])).toBe(expected);
  });

  it.each(hostNames)("formats the lines of a range alone in %s", async (host) => {
    await using client = await TestClient.start();
    const document = await client.openIn(host, `{\n"a":1,\n[|"b":2,|]\n"c":3\n}`);
    const [range] = document.ranges;
    const edits = range && (await document.ask(DocumentRangeFormattingRequest.type, { range, options }));
    const expected = HOSTS[host](withSentinels(`{\n"a":1,\n  "b": 2,\n"c":3\n}`));
    expect(document.applied(edits ?? [])).toBe(readSentinels(expected.text).text);
  });

  it("indents as the project does, whatever the editor is set to", async () => {
    const files = {
      "four/vtl.config.json": JSON.stringify({ format: { indent: 4 } }),
      "tabs/vtl.config.json": JSON.stringify({ format: { indent: "tab" } }),
    };
    await using client = await TestClient.start({ files });
    const formatted = async (path: string) => {
      const document = await client.open(`{\n"a": 1\n}\n`, path);
      const tabs = { tabSize: 8, insertSpaces: false };
      return document.applied((await document.ask(DocumentFormattingRequest.type, { options: tabs })) ?? []);
    };
    expect(await formatted("a.vtl")).toBe(`{\n  "a": 1\n}\n`);
    expect(await formatted("four/a.vtl")).toBe(`{\n    "a": 1\n}\n`);
    expect(await formatted("tabs/a.vtl")).toBe(`{\n\t"a": 1\n}\n`);
  });

  it("says why it does not format", async () => {
    await using client = await TestClient.start();
    const messages: string[] = [];
    client.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      messages.push(message);
    });
    const document = await client.open("{#if($a}", "a.vtl");
    expect(await document.ask(DocumentFormattingRequest.type, { options })).toEqual([]);
    expect(messages).toEqual([
      "Not formatted, to be sure that the output stays the same. a.vtl: the template has syntax errors.",
    ]);
  });
});

describe("formatting on type", () => {
  async function type(marked: string, ch: string): Promise<string> {
    await using client = await TestClient.start();
    const document = await client.open(marked);
    const edits = await document.at(DocumentOnTypeFormattingRequest.type, { ch, options });
    return document.applied(edits ?? []);
  }

  it("indents a new line by the brackets and directives that are open", async () => {
    expect(await type(`{\n  "a": [\n|`, "\n")).toBe(`{\n  "a": [\n    `);
    expect(await type(`{\n  #if($x)\n|"b": 1\n  #end\n}`, "\n")).toBe(`{\n  #if($x)\n    "b": 1\n  #end\n}`);
  });

  it("puts what closes below what it closes", async () => {
    expect(await type(`{\n  #if($x)\n    "b": 1\n    #end|\n}`, "d")).toBe(`{\n  #if($x)\n    "b": 1\n  #end\n}`);
    expect(await type(`{\n  #if($x)\n    "b": 1\n    #else|`, "e")).toBe(`{\n  #if($x)\n    "b": 1\n  #else`);
    expect(await type(`{\n  "b": 1\n  }|`, "}")).toBe(`{\n  "b": 1\n}`);
  });

  it.each(hostNames)("puts what closes below what it closes in %s", async (host) => {
    await using client = await TestClient.start();
    const document = await client.openIn(host, `{\n  #if($x)\n    "b": 1\n    #end|\n}`);
    const edits = await document.at(DocumentOnTypeFormattingRequest.type, { ch: "d", options });
    const expected = HOSTS[host](withSentinels(`{\n  #if($x)\n    "b": 1\n  #end\n}`));
    expect(document.applied(edits ?? [])).toBe(readSentinels(expected.text).text);
  });

  it("leaves strings and anything but JSON alone", async () => {
    expect(await type(`{"a": "x\n|y"}`, "\n")).toBe(`{"a": "x\ny"}`);
    expect(await type(`Action=x\n#if($x)\n|y\n#end`, "\n")).toBe(`Action=x\n#if($x)\ny\n#end`);
    expect(await type(`{\n  "word": 1\n    "end|"}`, "d")).toBe(`{\n  "word": 1\n    "end"}`);
  });
});
