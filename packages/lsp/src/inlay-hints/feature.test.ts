import { describe, expect, it } from "vitest";
import { type InlayHint, InlayHintRequest } from "vscode-languageserver-protocol/node";
import { hostNames } from "../testing/hosts.js";
import { TestClient, type TestClientOptions } from "../testing/test-client.js";
import type { TestDocument } from "../testing/test-document.js";

const files = { "a.one.sample.json": JSON.stringify({ body: { id: 7, list: ["x", "y"] } }) };

/** The text with each hint in it. */
async function hinted(document: TestDocument): Promise<string> {
  const range = document.rangeAt(0, document.text.length);
  const hints: readonly InlayHint[] = (await document.ask(InlayHintRequest.type, { range })) ?? [];
  const edits = hints.map(({ position, label }) => ({
    range: { start: position, end: position },
    newText: `‹${String(label)}›`,
  }));
  return document.applied(edits);
}

async function hints(text: string, options: TestClientOptions = { files }): Promise<string> {
  await using client = await TestClient.start(options);
  return await hinted(await client.open(text, "a.vtl"));
}

describe("inlay hints", () => {
  it("say what an #end far from its start closes", async () => {
    expect(await hints("#if($x == 1)\na\nb\n#end\n#if($y)c#end")).toBe(
      "#if($x == 1)\na\nb\n#end‹#if($x == 1)›\n#if($y)c#end",
    );
    expect(await hints("#foreach($i in $list)\na\nb\n#end")).toContain("#end‹#foreach($i in $list)›");
  });

  it("show what is printed and assigned with the active sample", async () => {
    expect(await hints(`#set($r = $input.path('$'))\n{"id": $r.id, "n": "$r.none"}`)).toBe(
      `#set($r = $input.path('$'))‹= {id=7, list=["x","y"]}›\n{"id": $r.id‹= 7›, "n": "$r.none"}`,
    );
    expect(
      await hints("#set($a = 1)$input.body", { files: { "a.sample.json": `{"body": "${"b".repeat(99)}"}` } }),
    ).toBe(`#set($a = 1)$input.body‹= ${"b".repeat(29)}…›`);
  });

  it("can be switched off", async () => {
    const text = "#if($input.body)\na\nb\n$input.path('$.id')#end";
    const settings = (ends: boolean, samples: boolean): TestClientOptions => ({
      files,
      settings: { inlayHints: { ends, samples } },
    });
    expect(await hints(text, settings(false, false))).toBe(text);
    expect(await hints(text, settings(false, true))).toBe(text.replace("#end", "‹= 7›#end"));
    expect(await hints(text, settings(true, false))).toBe(`${text}‹#if($input.body)›`);
  });

  it("show where the template fails with the active sample, and the values up to there", async () => {
    expect(await hints("$input.path('$.id') $input.path('$.list').get(9) $input.path('$.id')")).toBe(
      "$input.path('$.id')‹= 7› $input.path('$.list').get(9)‹fails with a.one.sample.json› $input.path('$.id')",
    );
  });

  it("show no values of requests that are made up", async () => {
    const text = "$input.params('a') $context.stage";
    expect(await hints(text, {})).toBe(text);
  });

  it("leave out what is a sign and no more", async () => {
    const text = `#set($quote = '"')\n{"a": \${quote}x\${quote}}`;
    expect(await hints(text)).toBe(text);
  });

  it.each(hostNames)("work in %s", async (host) => {
    const config = JSON.stringify({ overrides: [{ files: ["**"], samples: ["*.sample.json"] }] });
    await using client = await TestClient.start({ files: { ...files, "vtl.config.json": config } });
    const document = await client.openIn(host, `#set($x = 1 + 1)\n#if($x == 2)\n{\n  "a": $x\n}\n#end`);
    const text = await hinted(document);
    for (const label of ["= 2", "#if($x == 2)"]) expect(text).toContain(`‹${label}›`);
  });
});
