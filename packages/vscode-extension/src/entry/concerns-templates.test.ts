import { describe, expect, it } from "vitest";
import { concernsTemplates } from "./concerns-templates.js";

const document = (languageId: string, path: string, text: string, scheme = "file") => ({
  languageId,
  uri: { path, scheme },
  getText: () => text,
});

describe("the extension has to do with", () => {
  it.each([
    ["a template", document("vtl", "/a.vtl", "")],
    ["a template that has no name yet", document("vtl", "Untitled-1", "", "untitled")],
    ["an OpenAPI file with templates", document("yaml", "/api.yaml", "requestTemplates:\n  application/json: x")],
    ["a CDK program with templates", document("typescript", "/stack.ts", "requestTemplates: {}")],
    ["Terraform, whatever an editor calls it", document("plaintext", "/main.tf", "request_templates = {}")],
  ])("%s", (_, it) => {
    expect(concernsTemplates(it)).toBe(true);
  });

  it.each([
    ["a workflow", document("yaml", "/.github/workflows/ci.yaml", "run: echo $HOME")],
    ["a program without templates", document("typescript", "/main.ts", "export {}")],
    ["an old version of an API", document("yaml", "/api.yaml", "requestTemplates:", "git")],
    ["a log", document("log", "/a.log", "requestTemplates:", "output")],
  ])("not %s", (_, it) => {
    expect(concernsTemplates(it)).toBe(false);
  });
});
