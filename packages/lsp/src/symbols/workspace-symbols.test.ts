import { describe, expect, it } from "vitest";
import { WorkspaceSymbolRequest } from "vscode-languageserver-protocol";
import { HOSTS } from "../testing/hosts.js";
import { TestClient } from "../testing/test-client.js";

describe("workspace symbols", () => {
  it("are the templates of the folder by their routes, and what they define", async () => {
    await using client = await TestClient.start({
      files: {
        "api.yaml": HOSTS["OpenAPI in YAML"]("#set($order = 1)$order").text,
        "templates/get.vtl": "#define($head)x#end#if($head)1#end",
        "node_modules/other.vtl": "#set($order = 1)",
        "notes.md": "#set($order = 1)",
        "plain.yaml": "a: 1",
      },
    });
    const find = async (query: string) => {
      const found = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? [];
      return found.map(({ name, location }) => [name, location.uri]);
    };
    expect(await find("")).toEqual([
      ["POST /orders/{id} request application/json", client.uriOf("api.yaml")],
      ["$order", client.uriOf("api.yaml")],
      ["get.vtl", client.uriOf("templates/get.vtl")],
      ["$head", client.uriOf("templates/get.vtl")],
    ]);
    expect(await find("hd")).toEqual([["$head", client.uriOf("templates/get.vtl")]]);
  });

  it("are those of the text in the editor where a file is open", async () => {
    await using client = await TestClient.start({ files: { "a.vtl": "#set($old = 1)" } });
    await client.open("#set($new = 1)", "a.vtl");
    const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: "" });
    expect(found?.map(({ name }) => name)).toEqual(["a.vtl", "$new"]);
  });
});
