import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Whether Neovim is installed; `.ci/run` installs it. */
export function hasNeovim(): boolean {
  return spawnSync("nvim", ["--version"]).status === 0;
}

/** What a session of `session.lua` does, in order. */
export type Step =
  | { readonly what: "diagnostics"; readonly count: number }
  | { readonly what: "hover" | "completion"; readonly text: string }
  | { readonly what: "rename"; readonly text: string; readonly name: string }
  | { readonly what: "format" };

/** A user with a project, `vtl` on the path, and the settings of the documentation. */
export class NeovimUser {
  readonly #home = mkdtempSync(join(tmpdir(), "vtl-neovim-"));

  constructor() {
    const bin = join(this.#home, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "vtl"), `#!/bin/sh\nexec "${process.execPath}" "${pathOf("../../cli/bin/vtl.js")}" "$@"\n`);
    chmodSync(join(bin, "vtl"), 0o755);
    writeFileSync(this.#settings, documentedSettings());
  }

  get #settings(): string {
    return join(this.#home, "settings.lua");
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.#home, name), text);
  }

  /** Opens a file in Neovim and gives what each step told. */
  async edit(name: string, steps: readonly Step[]): Promise<ReadonlyMap<string, unknown>> {
    const lua = [
      `vim.g.vtl_settings = ${JSON.stringify(this.#settings)}`,
      `vim.g.vtl_file = ${JSON.stringify(join(this.#home, name))}`,
      `vim.g.vtl_steps = [==[${JSON.stringify(steps)}]==]`,
    ].join("\n");
    const args = ["--headless", "--clean", "-c", `lua ${lua}`, "-c", `luafile ${pathOf("session.lua")}`];
    const env = { ...process.env, HOME: this.#home, PATH: `${join(this.#home, "bin")}:${process.env.PATH}` };
    const output = await new Promise<string>((resolve) => {
      execFile("nvim", args, { cwd: this.#home, env, timeout: 60_000 }, (_error, stdout, stderr) =>
        resolve(`${stdout}\n${stderr}`),
      );
    });
    const told = new Map<string, unknown>();
    for (const line of output.split("\n").filter((text) => text.startsWith('{"'))) {
      const { what, value } = JSON.parse(line) as { readonly what: string; readonly value: unknown };
      if (what === "error") throw new Error(String(value));
      told.set(what, value);
    }
    if (told.size !== steps.length) throw new Error(`Neovim ended early: ${output}`);
    return told;
  }

  remove(): void {
    rmSync(this.#home, { recursive: true, force: true });
  }
}

/** The first block of Lua of the page: what is documented is what is tested. */
function documentedSettings(): string {
  const page = readFileSync(pathOf("../../../docs/editors/neovim.md"), "utf8");
  const [, settings] = /```lua\n([\s\S]*?)```/.exec(page) ?? [];
  if (settings === undefined) throw new Error("docs/editors/neovim.md has no settings");
  return settings;
}
