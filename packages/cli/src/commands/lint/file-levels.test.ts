import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

describe("vtl lint", () => {
  it("has levels for what cannot be read, as rules have", async () => {
    const files = {
      "broken.tf": 'resource "aws_api_gateway_integration" "x" {\n  request_templates = { "a/b" = "{\\"a\\"',
      "vtl.config.json": JSON.stringify({ overrides: [{ files: ["quiet/**"], rules: { "host-syntax": "off" } }] }),
      "quiet/broken.json": '{"requestTemplates": {',
    };
    const linted = await vtl(["lint", "-f", "unix"], { files });
    expect(linted).toMatchObject({ code: 1, stdout: expect.stringMatching(/^broken\.tf:.*host-syntax.*\n$/) });
    const warned = await vtl(["lint", "-f", "unix", "--rule", "host-syntax=warning"], { files });
    expect(warned).toMatchObject({ code: 0, stdout: expect.stringContaining("warning") });
  });
});
