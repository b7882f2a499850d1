import { describe, expect, it } from "vitest";
import { DocumentLinkRequest } from "vscode-languageserver-protocol";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";

const client = sharedClient({ files: { "put.vtl": "{}" } });

describe("document links", () => {
  it.each(hostNames)("lead from comments to the pages of the rules they name in %s", async (host) => {
    const text = `## vtl-disable-next-line [|else-if|], [|null-literal|], else -- else-if is meant\n{}`;
    const document = await client.current.openIn(host, text);
    const links = (await document.ask(DocumentLinkRequest.type)) ?? [];
    expect(links.map(({ range }) => range)).toEqual(document.ranges);
    expect(links[0]?.target).toMatch(/rules\/else-if\/README\.md$/);
  });

  it("lead from a host file to the templates that it reads", async () => {
    const text = `resource "aws_api_gateway_integration" "a" {
  request_templates = { "application/json" = file("\${path.module}/put.vtl"), "text/plain" = file("missing.vtl") }
}
`;
    const document = await client.current.open(text, "links.tf", "terraform");
    const links = (await document.ask(DocumentLinkRequest.type)) ?? [];
    expect(links.map(({ target }) => target)).toEqual([
      client.current.uriOf("put.vtl"),
      client.current.uriOf("missing.vtl"),
    ]);
    expect(document.textIn(links[0]!.range)).toContain("put.vtl");
    const missing = (await client.current.pull(document.uri)).filter(({ code }) => code === "file-not-found");
    expect(missing.map(({ range }) => document.textIn(range))).toEqual([document.textIn(links[1]!.range)]);
  });
});
