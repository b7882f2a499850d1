import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Whether an editor is installed, which it must be in CI: `.ci/install-browser` installs them. */
export function isInstalled(program: string): boolean {
  if (spawnSync(program, ["--version"]).status === 0) return true;
  if (process.env.CI) throw new Error(`${program} is missing: .ci/install-browser installs it`);
  console.warn(`${program} is not installed: its suite is left out`);
  return false;
}

/** The blocks of a language of a page in `docs/editors`, the first first: what is documented is what is tested. */
export function documentedSettings(page: string, language: string, index = 0): string {
  const text = readFileSync(pathOf(`../../../docs/editors/${page}`), "utf8");
  const blocks = [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))];
  const settings = blocks[index]?.[1];
  if (settings === undefined) throw new Error(`docs/editors/${page} has no settings`);
  return settings;
}

/** Somebody with a project and `vtl` on the path. */
export class EditorUser {
  readonly home = mkdtempSync(join(tmpdir(), "vtl-editor-"));

  constructor() {
    const bin = join(this.home, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "vtl"), `#!/bin/sh\nexec "${process.execPath}" "${pathOf("../../cli/bin/vtl.js")}" "$@"\n`);
    chmodSync(join(bin, "vtl"), 0o755);
  }

  /** Gives the path of the file. */
  write(name: string, text: string): string {
    writeFileSync(join(this.home, name), text);
    return join(this.home, name);
  }

  /** Runs an editor with a script that prints what each step told, a line of JSON each. */
  async run(program: string, args: readonly string[], steps: number): Promise<ReadonlyMap<string, unknown>> {
    const env = { ...process.env, HOME: this.home, PATH: `${join(this.home, "bin")}:${process.env.PATH}` };
    const output = await new Promise<string>((resolve) => {
      execFile(program, args, { cwd: this.home, env, timeout: 300_000 }, (_error, stdout, stderr) =>
        resolve(`${stdout}\n${stderr}`),
      );
    });
    const told = new Map<string, unknown>();
    for (const line of output.split("\n").filter((text) => text.startsWith('{"'))) {
      const { what, value } = JSON.parse(line) as { readonly what: string; readonly value: unknown };
      if (what === "error") throw new Error(String(value));
      told.set(what, value);
    }
    if (told.size !== steps) throw new Error(`${program} ended early: ${output}`);
    return told;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
