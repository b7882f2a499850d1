import { describe, expect, it } from "vitest";
import { FoldingRangeRequest } from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";

const client = sharedClient();

describe("folding", () => {
  // In JSON a template is one line.
  it.each(hostNames.filter((host) => host !== "OpenAPI in JSON"))(
    "leaves the line with #end, #else or the bracket in sight, in %s",
    async (host) => {
      const text = `#if($a)\n{\n  "b": [\n    1\n  ]\n}\n#else\nx\n#end\n#foreach($x in [1])\n$x\n#end`;
      const document = await client.current.openIn(host, `|${text}`);
      const first = document.cursor().line;
      const folds = (await document.ask(FoldingRangeRequest.type)) ?? [];
      expect(folds.map(({ startLine, endLine }) => [startLine - first, endLine - first])).toEqual([
        [0, 5],
        [1, 4],
        [2, 3],
        [6, 7],
        [9, 10],
      ]);
    },
  );

  it("folds long comments", async () => {
    const document = await client.current.open(`#*\n a\n*#\nx`);
    expect(await document.ask(FoldingRangeRequest.type)).toEqual([{ startLine: 0, endLine: 2, kind: "comment" }]);
  });

  it("takes brackets in strings for text", async () => {
    const document = await client.current.open(`{\n"a": "{[",\n"b": "$x{"\n}`);
    const folds = (await document.ask(FoldingRangeRequest.type)) ?? [];
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([[0, 2]]);
  });
});
