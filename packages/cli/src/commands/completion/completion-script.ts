import type { Command } from "commander";
import { commandOutline } from "../../options/command-outline.js";
import { bashCompletion } from "./bash.js";
import { fishCompletion } from "./fish.js";
import { zshCompletion } from "./zsh.js";

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** The script of a shell for a program whose commands are all loaded. */
export function completionScript(shell: keyof typeof scripts, program: Command): string {
  return scripts[shell](commandOutline(program));
}
