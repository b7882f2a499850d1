import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runToEnd } from "./processes.mjs";

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));

const CORPUS = pathOf("../../shared/corpus/templates.jsonl");
const FIXTURES = pathOf("../fixtures/templates");

/** Templates that people wrote, where they are at hand. */
function templates() {
  if (existsSync(CORPUS)) {
    const lines = readFileSync(CORPUS, "utf8").trim().split("\n");
    return { source: "corpus", texts: lines.map((line) => JSON.parse(line).template) };
  }
  const folders = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const texts = folders.map(({ name }) => readFileSync(join(FIXTURES, name, "template.vtl"), "utf8"));
  return { source: "fixtures", texts };
}

/**
 * The program keeps V8's code of what a run compiled beside it, and which functions that is differs from run to run: two
 * builds of one commit differed by 6 % in each round, for as long as each had its own.
 * @param {import("./builds.mjs").Build} build
 */
function forgetCode({ vtl }) {
  const folder = join(dirname(vtl), "../dist");
  for (const name of readdirSync(folder)) if (name.endsWith(".cache")) rmSync(join(folder, name));
}

/**
 * `vtl lint` on many template files: all of them anew, and with a cache when nothing has changed; and what parsing the
 * same files alone takes; and `vtl format --check` on them.
 * @param {string} folder for the templates and the caches
 * @param {number} files
 */
export function prepareLint(folder, files) {
  const { source, texts } = templates();
  mkdirSync(join(folder, "templates"));
  for (let i = 0; i < files; i++) {
    // Each differs from the others, so that nothing can be done once for several.
    writeFileSync(join(folder, "templates", `${i}.vtl`), `${texts[i % texts.length]}\n## ${i}\n`);
  }
  /** @param {import("./builds.mjs").Build} build @param {string} command @param {string[]} args */
  const run = ({ vtl, flags }, command, ...args) =>
    // 1: there are findings, as there are in what people write.
    runToEnd([...flags, vtl, command, ...args, "templates"], { cwd: folder, statuses: [0, 1] });
  const lint = async (build, ...args) => {
    const { usage, stdout } = await run(build, "lint", ...args);
    return { ...usage, findings: /✖ (\d+) problems/.exec(stdout)?.[1] };
  };
  /** Of each build its own: what another has written is not read. @type {Map<string, string>} */
  const caches = new Map();
  const lintAgain = async (build) => {
    const known = caches.get(build.vtl);
    const cache = known ?? join(folder, `cache-${caches.size}`);
    caches.set(build.vtl, cache);
    const options = ["--cache", "--cache-location", cache];
    if (known === undefined) await lint(build, ...options);
    return lint(build, ...options);
  };
  return {
    source,
    files,
    /** @param {import("./builds.mjs").Build} build */
    costs: async (build) => {
      forgetCode(build);
      await lint(build);
      await run(build, "format", "--check");
      const fresh = await lint(build);
      const unchanged = await lintAgain(build);
      if (fresh.findings === undefined || fresh.findings !== unchanged.findings) {
        throw new Error("vtl lint does not find the same each time");
      }
      return {
        "vtl lint": fresh.cpuMs,
        "vtl lint --cache, unchanged": unchanged.cpuMs,
        "vtl lint, MB at most": fresh.mostMB,
        "vtl format --check": (await run(build, "format", "--check")).usage.cpuMs,
      };
    },
    floor: async () => ({
      "parsing alone": (await runToEnd([pathOf("parse-files.mjs"), join(folder, "templates")])).usage.cpuMs,
    }),
  };
}
