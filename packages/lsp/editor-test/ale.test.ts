import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentedSettings, EditorUser, isInstalled, pathOf } from "./editor-user.js";

describe.runIf(isInstalled("vim"))("Vim with ALE and the documented settings", () => {
  let user: EditorUser;
  beforeAll(() => {
    user = new EditorUser();
    user.write("settings.vim", documentedSettings("vim.md", "vim"));
  });
  afterAll(() => user.remove());

  it("has diagnostics, hovers, definitions, completion, rename, and reads a changed configuration", async () => {
    user.write("put.vtl", '#set($order = $input.path(\'$.order\'))\n{"id":"$ordr.id","total":$order.total}\n');
    const program = 'vim -Nu NONE -i NONE -n -es -S "$1" put.vtl; cat told';
    const told = await user.run("sh", ["-c", program, "sh", pathOf("session.vim")], 6);
    expect(told.get("diagnostics")).toContainEqual(expect.stringContaining("$ordr"));
    expect(told.get("hover")).toContain("$input.path");
    expect(told.get("completion")).toEqual(expect.arrayContaining(["path", "params"]));
    expect(told.get("definition")).toEqual([1, 7]);
    expect(told.get("rename")).toContain("$request.total");
    expect(told.get("configure")).toBe(0);
  });
});
