import { describe, expect, it } from "vitest";
import { HoverRequest, type MarkupContent } from "vscode-languageserver-protocol/node";
import { plainCapabilities } from "../testing/capabilities.js";
import { hostNames } from "../testing/hosts.js";
import { TestClient } from "../testing/test-client.js";

const files = { "a.one.sample.json": JSON.stringify({ body: { id: 7, list: ["x"] }, context: { stage: "dev" } }) };

async function hover(marked: string): Promise<string | undefined> {
  await using client = await TestClient.start({ files });
  const document = await client.open(marked, "a.vtl");
  const reply = await document.at(HoverRequest.type);
  const [range] = document.ranges;
  if (reply && range) expect(reply.range).toEqual(range);
  return reply ? (reply.contents as MarkupContent).value : undefined;
}

describe("hover", () => {
  it("explains what the service offers, with where that is known from", async () => {
    expect(await hover("$input.[|js|on|]('$.id')")).toMatch(
      /^```vtl\n\$input.json\('\$.id'\): String\n```[\s\S]*checked on AWS/,
    );
    expect(await hover("$[|in|put|].body")).toContain("Prints nothing itself");
    expect(await hover("$util.[|url|Encode|]($x)")).toContain("a blank becomes `+`");
    expect(await hover("$context.identity.[|source|Ip|]")).toContain("The address that the request came from");
    expect(await hover("#foreach($i in [1])$foreach.[|has|Next|]#end")).toContain("sets commas");
  });

  it("explains Java's methods by the inferred type", async () => {
    expect(await hover(`#set($x = "a")$x.[|sub|string|](1)`)).toContain("substring(begin: int, end: int): String");
    expect(await hover("$input.params().[|key|Set|]()")).toContain("The names, in order");
  });

  it("says that the rendering fails at a place for the active sample", async () => {
    expect(await hover("$input.path('$.list').[|g|et|](9)")).toMatch(
      /With a\.one\.sample\.json the rendering fails here: .*9/,
    );
  });

  it("shows what a reference is for the active sample", async () => {
    expect(await hover("#set($r = $input.path('$'))$r.[|i|d|]")).toBe(
      "```vtl\n$r.id: any JSON value, or empty\n```\n\nWith a.one.sample.json (`java.lang.Integer`):\n```\n7\n```",
    );
    expect(await hover("#set($[|x| |]= $context.stage)".replace(" |]", "|] "))).toContain("\ndev\n");
    expect(await hover("$context.[|no|ne|]")).toContain("With a.one.sample.json: empty.");
  });

  it("tells the type of what is assigned and gone through", async () => {
    expect(await hover("#set($[|x| |]= 'a')".replace(" |]", "|] "))).toContain("\n$x: String\n");
    expect(await hover("#set($m = {})#set($m.[|n|] = 1|)".replace("|] = 1|", "||] = 1"))).toContain("\n$m.n: Number\n");
    expect(await hover("#foreach($[|i||] in ['a', 'b'])$i#end")).toContain("\n$i: String\n");
  });

  it("shows what a path leads to", async () => {
    expect(await hover("{$input.json([|'$.l|ist'|])}")).toContain('\n["x"]\n');
    expect(await hover("#set($x = \"<$input.path([|'$.|id'|])>\")")).toContain("(`java.lang.Integer`):\n```\n7\n");
  });

  it("explains directives at both of their ends", async () => {
    expect(await hover("[|#fo|reach|]($i in $l)#end")).toContain("1,000 rounds");
    expect(await hover("#if($a)[|#e|nd|]")).toContain("Closes");
    expect(await hover("#if($a)[|#el|se|]#end")).toContain("no condition holds");
  });

  it("says nothing of text", async () => {
    expect(await hover('{"te|xt": 1}')).toBeUndefined();
  });

  it("is plain text for a client that knows no more", async () => {
    await using client = await TestClient.start({ capabilities: plainCapabilities, files });
    const document = await client.open("$util.url|Encode('a')", "a.vtl");
    const reply = await document.at(HoverRequest.type);
    expect(reply?.contents).toMatchObject({ kind: "plaintext", value: expect.not.stringContaining("`") });
  });

  it.each(hostNames)("works in %s", async (host) => {
    await using client = await TestClient.start();
    const document = await client.openIn(host, `#set($x = 1)\n{\n  "a": "$util.[|url|Encode|]("q")"\n}`);
    const reply = await document.at(HoverRequest.type);
    expect(reply?.range).toEqual(document.ranges[0]);
    expect(reply?.contents).toMatchObject({ value: expect.stringContaining("urlEncode(text: String): String") });
  });
});
