import { describe, expect, it } from "vitest";
import { BlockEndRequest } from "../requests/block-end.js";
import { sharedClient } from "../testing/shared-client.js";

const client = sharedClient();
const ask = async (marked: string) => (await client.current.open(marked)).at(BlockEndRequest);

describe("the end of a block", () => {
  it.each([
    ["#if($a)\n  |\n", "\n#end"],
    ["  #foreach($x in $y)\n    |", "\n  #end"],
    ["#{if}($a)\n|\n", "\n#{end}"],
    ["#foreach($x in $y)\n  #if($x)\n    |\n#end\n", "\n  #end"],
  ])("is missing in %j", async (marked, text) => {
    expect(await ask(marked)).toEqual({ kind: "missing", text });
  });

  it.each([
    "#if($a)\n  |\n#end\n",
    "#if($a)\n1\n|\n",
    '{ "a": #if($a)\n|\n',
    "#if($a)\n  #if($b)\n    |\n  #end\n",
    "#set($a = 1)\n|\n",
    "#if($a)\n|x\n",
  ])("is not in %j", async (marked) => {
    expect(await ask(marked)).toBeNull();
  });

  it("is surplus where another was typed before it", async () => {
    expect(await ask("#if($a)\n1\n#end\n|#end\n")).toEqual({ kind: "surplus" });
    expect(await ask("#if($a)\n#if($b)\n1\n#end\n|#end\n#end\n")).toEqual({ kind: "surplus" });
    expect(await ask("#foreach($x in $y)\n#if($b)1\n#end\n|#end\n")).toBeNull();
  });

  it("stands at the margin of the file around it", async () => {
    const document = await client.current.openIn("SAM", "{\n#if($a)\n  |\n}");
    expect(await document.at(BlockEndRequest)).toMatchObject({
      kind: "missing",
      text: expect.stringMatching(/^\n {10,}#end$/),
    });
  });
});
