import { describe, expect, it } from "vitest";
import { findTemplates } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

describe("a variable of the Serverless Framework that is meant for Velocity", () => {
  it("is reported where it stands, and the template is found", async () => {
    const text = `service: orders
provider: { name: aws }
functions:
  create:
    handler: a.b
    events:
      - http:
          path: orders
          method: post
          integration: lambda
          request:
            template:
              application/json: '{"id": "\${input.params("id")}", "stage": "\${self:provider.stage}\${context.stage}"}'
`;
    const { templates, diagnostics } = await findTemplates({ path: "serverless.yml", text }, hostWithFiles({}));
    expect(diagnostics.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
      ["serverless-variable", '${input.params("id")}'],
    ]);
    expect(templates[0]?.holes.map(({ expression }) => expression)).toEqual([
      'input.params("id")',
      "self:provider.stage",
    ]);
  });
});
