import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasNeovim, NeovimUser } from "./neovim.js";

const template = `#set($order = $input.path('$.order'))
{
  "id": "$ordr.id",
  "who": "$context.identity.sourceIp",
  "total": $order.total
}
`;

const host = `Resources:
  Put:
    Type: AWS::ApiGateway::Method
    Properties:
      HttpMethod: POST
      Integration:
        Type: AWS
        RequestTemplates:
          application/json: |
            #set($order = $input.path('$.order'))
            { "id": "$ordr.id", "total": $order.total }
`;

const installed = hasNeovim();
if (!installed && process.env.CI) throw new Error("Neovim is missing: .ci/install-browser installs it");
if (!installed) console.warn("Neovim is not installed: its suite is left out");

describe.runIf(installed)("Neovim with the documented settings", () => {
  let user: NeovimUser;
  beforeAll(() => {
    user = new NeovimUser();
    user.write("put.vtl", template);
    user.write("template.yaml", host);
  });
  afterAll(() => user.remove());

  it("shows diagnostics, hovers, completes and renames in a template file", async () => {
    const told = await user.edit("put.vtl", [
      { what: "diagnostics", count: 1 },
      { what: "hover", text: "sourceIp" },
      { what: "completion", text: "$input" },
      { what: "rename", text: "order =", name: "request" },
    ]);
    expect(told.get("diagnostics")).toContainEqual({ line: 2, column: 9, code: "undefined-reference", severity: 2 });
    expect(JSON.stringify(told.get("hover"))).toMatch(/sourceIp/);
    expect(told.get("completion")).toEqual(expect.arrayContaining(["body", "json", "params", "path"]));
    expect(told.get("rename")).toBe(
      template.replaceAll("$order.", "$request.").replace("$order ", "$request ").trimEnd(),
    );
  });

  it("does the same inside a SAM file", async () => {
    const told = await user.edit("template.yaml", [
      { what: "diagnostics", count: 1 },
      { what: "rename", text: "order =", name: "request" },
    ]);
    expect(told.get("diagnostics")).toContainEqual({ line: 10, column: 21, code: "undefined-reference", severity: 2 });
    expect(told.get("rename")).toBe(host.replaceAll("$order.", "$request.").replace("$order ", "$request ").trimEnd());
  });
});
