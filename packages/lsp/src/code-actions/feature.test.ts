import { describe, expect, it } from "vitest";
import {
  ApplyWorkspaceEditRequest,
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  type Command,
  ExecuteCommandRequest,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { plainCapabilities } from "../testing/capabilities.js";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";
import { TestClient } from "../testing/test-client.js";
import type { TestDocument } from "../testing/test-document.js";

const client = sharedClient();

/** The actions at the cursor or for the marked range. */
async function actions(document: TestDocument, only?: string[]): Promise<CodeAction[]> {
  const [marked] = document.ranges;
  const range = marked ?? { start: document.cursor(), end: document.cursor() };
  const diagnostics = [...(await client.current.pull(document.uri))];
  const context = { diagnostics, ...(only && { only }) };
  return ((await document.ask(CodeActionRequest.type, { range, context })) ?? []) as CodeAction[];
}

/** The text that the action with such a title leads to. */
async function act(document: TestDocument, title: RegExp, only?: string[]): Promise<string> {
  const offered = await actions(document, only);
  const action = offered.find((one) => title.test(one.title));
  if (action === undefined) throw new Error(`not offered; there are: ${offered.map((one) => one.title).join(", ")}`);
  return document.applied(action.edit?.changes?.[document.uri] ?? []);
}

describe("quick fixes", () => {
  it.each(hostNames)("put a finding of the linter right in %s", async (host) => {
    const document = await client.current.openIn(host, `#if($a)\n{}\n#else i|f($b)\n{}\n#end`);
    const fixed = await client.current.openIn(host, `#if($a)\n{}\n#elseif($b)\n{}\n#end`);
    expect(await act(document, /#elseif/)).toBe(fixed.text);
  });

  it("name the diagnostic that they put right, and say if the output may change", async () => {
    const document = await client.current.open(`{"a": "$input.params(|'a')"}`);
    const [fix] = (await actions(document)).filter(({ title }) => /may change the output/.test(title));
    expect(fix?.diagnostics?.map(({ code }) => code)).toEqual(["unescaped-param-in-json"]);
    expect(fix?.isPreferred).toBeUndefined();
  });

  it("switch a rule off for a line, where that changes nothing else", async () => {
    const document = await client.current.open(`{\n  "a": "$no|where"\n}`);
    expect(await act(document, /Disable undefined-reference for this line/)).toBe(
      `{\n  ## vtl-disable-next-line undefined-reference\n  "a": "$nowhere"\n}`,
    );
    expect(await act(document, /Disable undefined-reference in this template/)).toBe(
      `## vtl-disable-file undefined-reference\n{\n  "a": "$nowhere"\n}`,
    );
  });

  it("do not put a comment into a directive", async () => {
    const document = await client.current.open(`#set($a = [\n$no|where])$a.size()`);
    const titles = (await actions(document)).map(({ title }) => title);
    expect(titles).toContain("Disable undefined-reference in this template");
    expect(titles).not.toContain("Disable undefined-reference for this line");
  });
});

describe("rendering and proving", () => {
  it("are commands with their arguments, for clients that have none of their own", async () => {
    const document = await client.current.openIn("SAM", `{"a": "$in|put.body"}`);
    const offered = (await actions(document)).filter(({ command }) => command !== undefined);
    expect(offered.map(({ title }) => title)).toEqual(["Render with sample", "Prove the output"]);
    const [render] = offered;
    const reply = await client.current.connection.sendRequest(ExecuteCommandRequest.type, render!.command!);
    expect(reply).toMatchObject({ status: "rendered" });
  });

  it("are in no menu of a client that has commands for them", async () => {
    const commands = ["vtl.renderWithSample"];
    await using own = await TestClient.start({ initializationOptions: { commands } });
    const document = await own.open(`{"a": $in|put.body}`);
    const range = { start: document.cursor(), end: document.cursor() };
    const offered = await document.ask(CodeActionRequest.type, { range, context: { diagnostics: [] } });
    expect(offered).not.toContainEqual(expect.objectContaining({ title: "Render with sample" }));
  });
});

describe("a client that knows commands alone", () => {
  it("has the edit of an action applied by one", async () => {
    await using own = await TestClient.start({ capabilities: plainCapabilities });
    const edits: WorkspaceEdit[] = [];
    own.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const document = await own.open(`#if($a)\n{}\n#else i|f($b)\n{}\n#end`);
    const range = { start: document.cursor(), end: document.cursor() };
    const offered = await document.ask(CodeActionRequest.type, { range, context: { diagnostics: [] } });
    const fix = offered?.find(({ title }) => /#elseif/.test(title)) as Command;
    await own.connection.sendRequest(ExecuteCommandRequest.type, fix);
    expect(document.applied(edits[0]?.changes?.[document.uri] ?? [])).toBe(`#if($a)\n{}\n#elseif($b)\n{}\n#end`);
    await document.close();
  });
});

describe("fix all", () => {
  it.each(hostNames)("makes the safe fixes of a template in %s, when it is asked for", async (host) => {
    const document = await client.current.openIn(host, `|{"a": [1,], "b": [2,]}`);
    const fixed = await client.current.openIn(host, `{"a": [1], "b": [2]}`);
    expect(await act(document, /Fix all/, [CodeActionKind.SourceFixAll])).toBe(fixed.text);
    expect((await actions(document)).map(({ title }) => title)).not.toContain("Fix all that can be fixed safely");
  });
});

describe("fix all, a second time", () => {
  it.each(hostNames)("is not needed in %s: what a fix makes possible is fixed too", async (host) => {
    const unneeded = "## vtl-disable-next-line trailing-comma\n";
    const document = await client.current.openIn(host, `|{"a": [1,\n${unneeded}]}`);
    const fixed = await client.current.openIn(host, `{"a": [1\n]}`);
    expect(await act(document, /Fix all/, [CodeActionKind.SourceFixAll])).toBe(fixed.text);
  });
});

describe("escaping", () => {
  it.each([
    [
      "a JSON string",
      `{"a": "$!{input.pa|th('$.a')}"}`,
      `{"a": "$util.escapeJavaScript($input.path('$.a')).replaceAll("\\\\'", "'")"}`,
    ],
    ["a form", `Action=Send&Body=$input|.body`, `Action=Send&Body=$util.urlEncode($input.body)`],
  ])(
    "is offered for a value in %s, once, by the rule that finds it or where none does",
    async (_where, before, after) => {
      const document = await client.current.open(before);
      const offered = await actions(document);
      const texts = offered.map(({ edit }) => document.applied(edit?.changes?.[document.uri] ?? []));
      expect(texts.filter((text) => text === after)).toHaveLength(1);
    },
  );

  it("is not offered for what is escaped, or is a value of its own", async () => {
    for (const text of [`{"a": "$util.esc|apeJavaScript($a)"}`, `{"a": $input.js|on('$')}`]) {
      const titles = (await actions(await client.current.open(text))).map(({ title }) => title);
      expect(titles.filter((title) => /this value/.test(title))).toEqual([]);
    }
  });
});

describe("extracting a variable", () => {
  it.each(hostNames)("sets it on the line before in %s", async (host) => {
    const document = await client.current.openIn(host, `{\n  "a": "$input.params('i|d')"\n}`);
    const after = await client.current.openIn(host, `{\n#set($id = $input.params('id'))\n  "a": "$id"\n}`);
    expect(await act(document, /^Extract/)).toBe(after.text);
  });

  it.each([
    [
      "within the block",
      `#if($input.body)\n$context.|stage\n#end`,
      `#if($input.body)\n#set($stage = $context.stage)\n$stage\n#end`,
    ],
    [
      "in front of a condition",
      `#if($input.body|.length() > 1)a#end`,
      `#set($length = $input.body.length())\n#if($length > 1)a#end`,
    ],
    [
      "under a name that is free",
      `#set($stage = 1)\n$context.|stage$stage`,
      `#set($stage = 1)\n#set($stage2 = $context.stage)\n$stage2$stage`,
    ],
    ["of what is selected", `#set($a = [|"x$input.body"|])$a`, `#set($value = "x$input.body")\n#set($a = $value)$a`],
    ["with braces where text follows", "${context.|stage}x", "#set($stage = $context.stage)\n${stage}x"],
  ])("sets it %s", async (_where, before, after) => {
    expect(await act(await client.current.open(before), /^Extract/)).toBe(after);
  });

  it.each([
    [`"$input.params('i|d')"`, "id"],
    [`"$input.path('$.order.li|nes[0]')"`, "lines"],
    [`"$input.json('|$')"`, "body"],
    [`"$input.json("|$")"`, "body"],
    [`"$input.json('$.Item.|when.N')"`, "when"],
    [`"$input.params("the-|page")"`, "thePage"],
    [`"$util.escape|JavaScript($a)"`, "escaped"],
    [`"$util.url|Encode($a)"`, "encoded"],
    [`"$a.Item.when|.S"`, "when"],
    [`"$a['order-|id']"`, "orderId"],
    [`"$a.si|ze()"`, "size"],
    [`"$a.note.to|String()"`, "note"],
    [`"$a.get|Class()"`, "getClass"],
  ])("names it after what it is: in %s", async (text, name) => {
    const offered = await actions(await client.current.open(`#set($a = $input.path('$'))\n${text}`));
    expect(offered.map(({ title }) => title)).toContain(`Extract to $${name}`);
  });

  it.each(["$con|text", "#set($x = $input.bo|dy)$x", `#set($a.b| = 1)`, `#if($a)#elseif($input.|body == 1)x#end`])(
    "is not offered in %s",
    async (text) => {
      const titles = (await actions(await client.current.open(text))).map(({ title }) => title);
      expect(titles.filter((title) => title.startsWith("Extract"))).toEqual([]);
    },
  );
});

describe("the comma guard", () => {
  it.each(hostNames)("wraps the comma at the end of a loop's body in %s", async (host) => {
    const loop = (comma: string): string => `[\n#foreach($x in $input.path('$'))\n  "a"${comma}\n#end\n]`;
    const document = await client.current.openIn(host, loop("|,"));
    const after = await client.current.openIn(host, loop("#if($foreach.hasNext),#end"));
    expect(await act(document, /only if another round follows/)).toBe(after.text);
  });
});

describe("code actions", () => {
  it("are offered once for a text that two templates have", async () => {
    const post = `x-amazon-apigateway-integration: { requestTemplates: { a/b: &t '$con|text.stage', c/d: *t } }`;
    const document = await client.current.open(
      `openapi: 3.0.1\npaths: { /a: { post: { ${post} } } }`,
      "a.yaml",
      "yaml",
    );
    const titles = (await actions(document)).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith("Extract"))).toEqual(["Extract to $stage"]);
  });

  it("end lines as the template does", async () => {
    const document = await client.current.open(`{\r\n"x": "$context.|stage $nowhere"\r\n}\r\n`);
    expect(await act(document, /^Extract/)).toBe(
      `{\r\n#set($stage = $context.stage)\r\n"x": "$stage $nowhere"\r\n}\r\n`,
    );
  });

  it("are none outside of a template", async () => {
    const document = await client.current.openIn("SAM", "$nowhere");
    const start = { line: 0, character: 0 };
    const context = { diagnostics: [] };
    expect(await document.ask(CodeActionRequest.type, { range: { start, end: start }, context })).toEqual([]);
  });
});
