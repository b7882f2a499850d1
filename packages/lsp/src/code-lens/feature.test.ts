import { describe, expect, it } from "vitest";
import { type CodeLens, CodeLensRequest, CodeLensResolveRequest } from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";
import { TestClient } from "../testing/test-client.js";
import type { TestDocument } from "../testing/test-document.js";

const client = sharedClient();

async function lenses(document: TestDocument, asked: TestClient = client.current): Promise<CodeLens[]> {
  const found = (await document.ask(CodeLensRequest.type)) ?? [];
  return Promise.all(
    found.map((lens) => (lens.command ? lens : asked.connection.sendRequest(CodeLensResolveRequest.type, lens))),
  );
}

describe("code lenses", () => {
  it.each(hostNames)("stand above each template in %s", async (host) => {
    const document = await client.current.openIn(host, `|{"a": "$input.params('a')"}`);
    const [render, proof] = await lenses(document);
    expect(render?.command?.title).toMatch(/Render with sample/);
    expect(render?.command?.arguments).toMatchObject([{ uri: document.uri }]);
    expect(render?.range.start).toEqual(document.cursor());
    expect(proof?.command?.title).toMatch(/^✗ A request breaks the output/);
  });

  it("tell what is proved, and how often a block is used", async () => {
    const document = await client.current.open(`#define($x)1#end{"a": $x, "b": $x}`);
    const titles = (await lenses(document)).map(({ command }) => command?.title);
    expect(titles).toEqual(["▶ Render with sample", "✓ Proved: JSON for every request", "2 references"]);
  });

  it("call commands of the client that it has, else those of the server", async () => {
    const open = `{"a": "$input.params('a')"}`;
    const names = (found: readonly CodeLens[]) => found.map(({ command }) => command?.command);
    expect(names(await lenses(await client.current.open(open)))).toEqual(["vtl.server.render", "vtl.server.prove"]);
    const commands = ["vtl.renderWithSample", "vtl.showBreakingRequest"];
    await using own = await TestClient.start({ initializationOptions: { commands } });
    expect(names(await lenses(await own.open(open), own))).toEqual(commands);
  });

  it("give a client that can list places those that use a block", async () => {
    await using own = await TestClient.start({ initializationOptions: { commands: ["vtl.showReferences"] } });
    const document = await own.open("#define($[|x|])1#end$[|x|] ${[|x|]} #define($unused)#end");
    const [definition, ...reads] = document.ranges;
    const [used, unused] = (await lenses(document, own)).slice(2).map(({ command }) => command);
    expect(used).toEqual({
      title: "2 references",
      command: "vtl.showReferences",
      arguments: [{ uri: document.uri, position: definition?.start, ranges: reads }],
    });
    expect(unused).toEqual({ title: "0 references", command: "" });
  });

  it("can be switched off", async () => {
    const settings = { codeLens: { render: false, proof: false, references: false } };
    await using own = await TestClient.start({ settings });
    expect(await lenses(await own.open(`#define($x)1#end{}`), own)).toEqual([]);
  });
});
