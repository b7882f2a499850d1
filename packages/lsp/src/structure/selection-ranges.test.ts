import { describe, expect, it } from "vitest";
import { type SelectionRange, SelectionRangeRequest } from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";
import type { TestDocument } from "../testing/test-document.js";

const client = sharedClient();

async function widen(document: TestDocument): Promise<string[]> {
  const answer = await document.ask(SelectionRangeRequest.type, { positions: [document.cursor()] });
  const texts: string[] = [];
  for (let selection: SelectionRange | undefined = answer?.[0]; selection; selection = selection.parent) {
    texts.push(document.textIn(selection.range));
  }
  return texts;
}

describe("selection ranges", () => {
  it.each(hostNames)("widen from the name to the template in %s", async (host) => {
    const document = await client.current.openIn(host, `#set($x = $input.pa|th("a").b)`);
    const texts = (await widen(document)).map((text) => text.replaceAll('\\"', '"'));
    expect(texts.slice(0, 6)).toEqual([
      "path",
      `.path("a")`,
      `$input.path("a")`,
      `$input.path("a").b`,
      `$x = $input.path("a").b`,
      `#set($x = $input.path("a").b)`,
    ]);
  });

  it("go by the brackets of the JSON that is printed", async () => {
    const document = await client.current.open(`{"a": [1, tr|ue]}`);
    expect(await widen(document)).toEqual(["true", "1, true", "[1, true]", `"a": [1, true]`, `{"a": [1, true]}`]);
  });

  it("are the position itself outside of a template", async () => {
    const document = await client.current.openIn("SAM", "x");
    const position = { line: 0, character: 3 };
    const answer = await document.ask(SelectionRangeRequest.type, { positions: [position] });
    expect(answer).toEqual([{ range: { start: position, end: position } }]);
  });
});
