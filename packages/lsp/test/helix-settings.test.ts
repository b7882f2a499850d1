import { readFileSync } from "node:fs";
import { eventually } from "@apigw-vtl/test-support";
import { parse } from "smol-toml";
import { expect, it } from "vitest";
import type { ClientCapabilities } from "vscode-languageserver-protocol/node";
import { TestClient } from "../src/testing/test-client.js";

const page = readFileSync(new URL("../../../docs/editors/helix.md", import.meta.url), "utf8");
const [languages, settings] = Array.from(page.matchAll(/```toml\n([\s\S]*?)```/g), ([, text = ""]) => parse(text));

/** What Helix 25.01 announces, as far as the server looks at it. */
const HELIX: ClientCapabilities = {
  textDocument: { publishDiagnostics: {}, completion: { completionItem: { snippetSupport: true } } },
  workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

it("the documented settings of Helix start the server, also beside the servers of other languages", () => {
  expect(languages?.["language-server"]).toEqual({ vtl: { command: "vtl", args: ["lsp", "--stdio"] } });
  const names = ["vtl", "yaml", "json", "hcl", "typescript", "javascript", "python"];
  expect(languages?.language).toEqual(
    names.map((name) => expect.objectContaining({ name, "language-servers": expect.arrayContaining(["vtl"]) })),
  );
});

it("the documented settings of the server reach it as Helix sends them: below the name of the section", async () => {
  const servers = settings?.["language-server"] as { readonly vtl: { readonly config: { readonly vtl: object } } };
  const published = async (configured: object): Promise<readonly unknown[]> => {
    await using client = await TestClient.start({ capabilities: HELIX, settings: configured });
    const document = await client.open("$nowhere #if($a)1#else if($b)2#end");
    await eventually(() => expect(client.published(document.uri)).toBeDefined());
    return client.published(document.uri)?.map(({ code }) => code) ?? [];
  };
  expect(await published({})).toContain("else-if");
  expect(await published(servers.vtl.config.vtl)).not.toContain("else-if");
});
