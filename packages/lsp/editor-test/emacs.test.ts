import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentedSettings, EditorUser, isInstalled, pathOf } from "./editor-user.js";

describe.runIf(isInstalled("emacs"))("Emacs with Eglot and the documented settings", () => {
  let user: EditorUser;
  beforeAll(() => {
    user = new EditorUser();
    user.write("settings.el", documentedSettings("emacs.md", "elisp"));
  });
  afterAll(() => user.remove());

  it("has diagnostics, hovers, completion, rename, formatting, actions, and reads a changed configuration", async () => {
    user.write("put.vtl", '#set($order = $input.path(\'$.order\'))\n{"id":"$ordr.id","total":$order.total}\n');
    const program = 'emacs --fg-daemon=vtl-test -q -l "$1"; cat told';
    const told = await user.run("sh", ["-c", program, "sh", pathOf("session.el")], 7);
    expect(told.get("diagnostics")).toContainEqual(expect.stringContaining("$ordr"));
    expect(told.get("hover")).toContain("$input.path");
    expect(told.get("completion")).toEqual(expect.arrayContaining(["path", "params"]));
    expect(told.get("rename")).toContain("$request.total");
    expect(told.get("format")).toContain('"id": "$ordr.id"');
    expect(told.get("actions")).toEqual(expect.arrayContaining(["Render with sample", "Prove the output"]));
    expect(told.get("configure")).toBe(0);
  });
});
