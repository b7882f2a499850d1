import { describe, expect, it } from "vitest";
import { type SignatureHelp, SignatureHelpRequest } from "vscode-languageserver-protocol/node";
import { hostNames } from "../testing/hosts.js";
import { TestClient } from "../testing/test-client.js";

const plainVelocity = "overrides:\n  - files: ['**/*.vm']\n    dialect: velocity\n";

/** The active signature with its active parameter in brackets. */
async function signature(marked: string, path = "a.vtl"): Promise<string | undefined> {
  await using client = await TestClient.start({ files: { "vtl.config.yaml": plainVelocity } });
  const document = await client.open(marked, path);
  return shown(await document.at(SignatureHelpRequest.type));
}

function shown(reply: SignatureHelp | null): string | undefined {
  const active = reply?.signatures[reply.activeSignature ?? 0];
  const parameter = active?.parameters?.[reply?.activeParameter ?? 0]?.label;
  return active?.label.replace(String(parameter), `[${String(parameter)}]`);
}

describe("signature help", () => {
  it.each([
    ["$util.urlEncode(|", "urlEncode([text: String]): String"],
    ['"$util.escapeJavaScript(|)"', "escapeJavaScript([text: Object]): String"],
    ["$input.params('|')", "params([name: String]): String"],
    [`#set($s = "a")$s.replaceAll("a(", |)`, "replaceAll(regex: String, [replacement: String]): String"],
    [`#set($s = "a")#if($s.substring(1, |`, "substring(begin: int, [end: int]): String"],
    ["#set($m = {})#set($x = $m.put('a', [1|, 2]))", "put(key: Object, [value: Object]): Object"],
    ["$util.urlEncode($input.json(|))", "json([path: String]): String"],
  ])("shows for %s the overload that fits", async (marked, expected) => expect(await signature(marked)).toBe(expected));

  it("knows the macros of plain Velocity, and that the service has none", async () => {
    const marked = "#macro(row $a $b)$a$b#end#row(|)";
    expect(await signature(marked, "a.vm")).toBe("#row([$a] $b)");
    expect(await signature(marked)).toBeUndefined();
  });

  it("is silent outside of calls", async () => {
    expect(await signature("$util.urlEncode($x)|")).toBeUndefined();
    expect(await signature("#if(|$x)#end")).toBeUndefined();
    expect(await signature("f(|)")).toBeUndefined();
  });

  it.each(hostNames)("works in %s", async (host) => {
    await using client = await TestClient.start();
    const document = await client.openIn(host, `{\n  "a": "$util.base64Encode(|)"\n}`);
    expect(shown(await document.at(SignatureHelpRequest.type))).toBe("base64Encode([text: String]): String");
  });
});
