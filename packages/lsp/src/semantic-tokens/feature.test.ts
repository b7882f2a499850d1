import { describe, expect, it } from "vitest";
import {
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";
import type { TestDocument } from "../testing/test-document.js";
import { legend } from "./legend.js";

const client = sharedClient();

/** The tokens as `text type.modifier…`. */
function readTokens(document: TestDocument, data: readonly number[]): string[] {
  const tokens: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const text = document.textIn({ start: { line, character }, end: { line, character: character + length } });
    const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    tokens.push([`${text} ${legend.tokenTypes[type]}`, ...modifiers].join("."));
  }
  return tokens;
}

const template = `#set($x = $input.path("$.a"))## note
#if($x.size() > 1 && $y)"$x"#else$x.b#end`;

const expected = [
  "#set keyword",
  "$x variable.definition",
  "$input variable.readonly.defaultLibrary",
  "path function.defaultLibrary",
  `"$.a" string`,
  "## note comment",
  "#if keyword",
  "$x variable",
  "size method",
  "> operator",
  "1 number",
  "&& operator",
  "$y variable.undefined",
  "$x variable",
  "#else keyword",
  "$x variable",
  "b property",
  "#end keyword",
];

describe("semantic tokens", () => {
  it.each(hostNames)("tell names by what they mean in %s", async (host) => {
    const document = await client.current.openIn(host, template);
    const tokens = await document.ask(SemanticTokensRequest.type);
    const own = readTokens(document, tokens?.data ?? []);
    // Escapes of the host are a part of what they stand for.
    expect(own.map((token) => token.replaceAll('\\"', '"'))).toEqual(expected);
  });

  it("leave strings around what is in them, and go line by line", async () => {
    const document = await client.current.open(`#set($a = "x \${b} y")\n#*c\n d*#$a`);
    const tokens = await document.ask(SemanticTokensRequest.type);
    expect(readTokens(document, tokens?.data ?? [])).toEqual([
      "#set keyword",
      "$a variable.definition",
      `"x string`,
      "${b variable.undefined",
      ` y" string`,
      "#*c comment",
      " d*# comment",
      "$a variable",
    ]);
  });

  it("mark what nobody reads", async () => {
    const document = await client.current.open(`#set($a = 1)`);
    const tokens = await document.ask(SemanticTokensRequest.type);
    expect(readTokens(document, tokens?.data ?? [])).toContain("$a variable.definition.unused");
  });

  it("can be asked for by the line", async () => {
    const document = await client.current.open(`$input\n$util\n$context`);
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    const tokens = await document.ask(SemanticTokensRangeRequest.type, { range });
    expect(readTokens(document, tokens?.data ?? [])).toEqual(["$util variable.readonly.defaultLibrary"]);
  });

  it("can be asked for by what has changed", async () => {
    const document = await client.current.open(`$input $util $context`);
    const full = (await document.ask(SemanticTokensRequest.type)) as SemanticTokens;
    await document.replace(`$input #stop $context`);
    const previousResultId = full.resultId ?? "";
    const delta = (await document.ask(SemanticTokensDeltaRequest.type, { previousResultId })) as SemanticTokensDelta;
    const data = [...full.data];
    for (const { start, deleteCount, data: added = [] } of delta.edits) data.splice(start, deleteCount, ...added);
    expect(data).toEqual((await document.ask(SemanticTokensRequest.type))?.data);
    expect(delta.edits.flatMap(({ data: added = [] }) => added).length).toBeLessThan(full.data.length);
    const again = await document.ask(SemanticTokensDeltaRequest.type, { previousResultId: "unknown" });
    expect(again).toHaveProperty("data");
  });
});
