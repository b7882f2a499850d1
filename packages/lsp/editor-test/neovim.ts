import { documentedSettings, EditorUser, pathOf } from "./editor-user.js";

/** What a session of `session.lua` does, in order. */
export type Step =
  | { readonly what: "diagnostics"; readonly count: number }
  | { readonly what: "hover" | "completion" | "actions" | "definition" | "references"; readonly text: string }
  | { readonly what: "rename"; readonly text: string; readonly name: string }
  | { readonly what: "fix"; readonly text: string; readonly title: string }
  | { readonly what: "render"; readonly title: string }
  | { readonly what: "configure"; readonly text: string }
  | { readonly what: "format" | "lenses" };

/** A user of Neovim with the settings of the documentation. */
export class NeovimUser extends EditorUser {
  readonly #settings = this.write("settings.lua", documentedSettings("neovim.md", "lua"));

  /** Opens a file and gives what each step told. */
  edit(file: string, steps: readonly Step[]): Promise<ReadonlyMap<string, unknown>> {
    const lua = [
      `vim.g.vtl_settings = ${JSON.stringify(this.#settings)}`,
      `vim.g.vtl_file = ${JSON.stringify(file)}`,
      `vim.g.vtl_steps = [==[${JSON.stringify(steps)}]==]`,
    ].join("\n");
    const args = ["--headless", "--clean", "-c", `lua ${lua}`, "-c", `luafile ${pathOf("session.lua")}`];
    return this.run("nvim", args, steps.length);
  }

  /** What settings declare that are for a Neovim with `vim.lsp.config`, which this one need not be. */
  declare(settings: string): Promise<ReadonlyMap<string, unknown>> {
    const file = this.write(
      "declaring.lua",
      [
        "local told = {}",
        "vim.filetype = { add = function(given) told.extension = given.extension end }",
        "vim.lsp.config = function(name, given) told[name] = given end",
        "vim.lsp.enable = function(name) told.enabled = name end",
        settings,
        "io.stdout:write(vim.json.encode({ what = 'declared', value = told }) .. '\\n')",
        "vim.cmd('qa!')",
      ].join("\n"),
    );
    return this.run("nvim", ["--headless", "--clean", "-c", `luafile ${file}`], 1);
  }
}
