import { documentedSettings, EditorUser, pathOf } from "./editor-user.js";

/** What a session of `session.lua` does, in order. */
export type Step =
  | { readonly what: "diagnostics"; readonly count: number }
  | { readonly what: "hover" | "completion" | "actions" | "definition" | "references"; readonly text: string }
  | { readonly what: "rename"; readonly text: string; readonly name: string }
  | { readonly what: "configure"; readonly text: string }
  | { readonly what: "format" | "lenses" | "render" };

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
}
