import { posix } from "node:path";
import { ProjectReader } from "@apigw-vtl/definitions/files";
import ignore, { type Ignore } from "ignore";
import type { Io } from "../io/io.js";
import { absolutePath } from "./file-path.js";
import { repositoryRoot } from "./repository.js";

/** Patterns of one place, as a `.gitignore` there has them. */
interface RuleSet {
  readonly rules: Ignore;
  /** The folder that is looked at, from the place of the patterns; empty in that place itself. */
  readonly folder: string;
}

/** Never entered, whatever a `.gitignore` says. */
const NEVER_ENTERED = new Set([".git", "node_modules"]);

/** What tools build, which holds the templates of the sources again; entered if it is named, or if a `.gitignore` has `!dist`. */
const BUILD_OUTPUTS = new Set([".aws-sam", ".serverless", ".terraform", ".venv", "cdk.out", "dist"]);

/** Which of a folder's entries are left out: the patterns of all `.gitignore` files from the repository's root down. */
export class IgnoreRules {
  /** The nearest first. */
  readonly #sets: readonly RuleSet[];
  /** Patterns of the command line, which no `.gitignore` overrules. */
  readonly #patterns: RuleSet;

  private constructor(sets: readonly RuleSet[], patterns: RuleSet) {
    this.#sets = sets;
    this.#patterns = patterns;
  }

  /**
   * The rules in a folder that the user named. If it is itself ignored the user knows better, and what is said of it
   * from outside does not count. `patterns` are written as in a `.gitignore` in the current folder.
   */
  static async in(folder: string, patterns: readonly string[], io: Io): Promise<IgnoreRules> {
    const place = absolutePath(folder, io);
    const fromHere = posix.relative(io.cwd, place);
    const own = { rules: ignore().add(patterns), folder: fromHere.startsWith("..") ? "" : fromHere };
    const root = (await repositoryRoot(place, io)) ?? place;
    let rules = await new IgnoreRules([], own).#withFileIn(root, io);
    let path = root;
    for (const name of posix.relative(root, place).split("/").filter(Boolean)) {
      path = posix.join(path, name);
      const around = rules.ignores(name, "folder") ? [] : rules.#sets;
      rules = await new IgnoreRules(below(around, name), own).#withFileIn(path, io);
    }
    return rules;
  }

  /** The rules in a folder within the one of these. */
  async enter(name: string, path: string, io: Io): Promise<IgnoreRules> {
    const [patterns] = below([this.#patterns], name);
    return new IgnoreRules(below(this.#sets, name), patterns!).#withFileIn(path, io);
  }

  /** Whether an entry of the folder is left out; the nearest rules that speak of it decide. */
  ignores(name: string, kind: "file" | "folder"): boolean {
    if (kind === "folder" && NEVER_ENTERED.has(name)) return true;
    for (const { rules, folder } of [this.#patterns, ...this.#sets]) {
      const { ignored, unignored } = rules.test(posix.join(folder, kind === "folder" ? `${name}/` : name));
      if (ignored || unignored) return ignored;
    }
    return kind === "folder" && BUILD_OUTPUTS.has(name);
  }

  async #withFileIn(folder: string, io: Io): Promise<IgnoreRules> {
    const rules = await readRules(folder, io);
    return rules === undefined ? this : new IgnoreRules([{ rules, folder: "" }, ...this.#sets], this.#patterns);
  }
}

function below(sets: readonly RuleSet[], name: string): RuleSet[] {
  return sets.map(({ rules, folder }) => ({ rules, folder: posix.join(folder, name) }));
}

/** A link is none to Git either, if it leads out of the folder. */
async function readRules(folder: string, io: Io): Promise<Ignore | undefined> {
  const scope = { roots: [absolutePath(folder, io)], allowOutside: [] };
  const text = await new ProjectReader(io.fileAccess, scope).read(posix.join(folder, ".gitignore"));
  return typeof text === "string" ? ignore().add(text) : undefined;
}
