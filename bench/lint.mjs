import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { costsOfEach, inTurn } from "./measure.mjs";
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
 * `vtl lint` on many template files: all of them anew, and with a cache when nothing has changed; and what parsing the
 * same files alone takes; and `vtl format --check` on them.
 * @param {import("./builds.mjs").Builds} builds
 * @param {{files: number, processes: number}} effort processes of each kind
 */
export async function measureLint(builds, { files, processes }) {
  const folder = mkdtempSync(join(tmpdir(), "vtl-bench-"));
  try {
    const { source, texts } = templates();
    mkdirSync(join(folder, "templates"));
    for (let i = 0; i < files; i++) {
      // Each differs from the others, so that nothing can be done once for several.
      writeFileSync(join(folder, "templates", `${i}.vtl`), `${texts[i % texts.length]}\n## ${i}\n`);
    }
    const lint = ({ vtl }, ...args) => {
      // 1: there are findings, as there are in what people write.
      const { usage, stdout } = runToEnd([vtl, "lint", "templates", ...args], { cwd: folder, statuses: [0, 1] });
      return { ...usage, findings: /✖ (\d+) problems/.exec(stdout)?.[1] };
    };
    // Of each build its own: what another has written is not read.
    const cacheOf = (build) => [
      "--cache",
      "--cache-location",
      join(folder, `cache-${Object.values(builds).indexOf(build)}`),
    ];
    for (const build of Object.values(builds)) lint(build, ...cacheOf(build));
    const format = ({ vtl }) => runToEnd([vtl, "format", "--check", "templates"], { cwd: folder, statuses: [0, 1] });
    const costs = (build) => {
      const fresh = lint(build);
      const unchanged = lint(build, ...cacheOf(build));
      if (fresh.findings === undefined || fresh.findings !== unchanged.findings) {
        throw new Error("vtl lint does not find the same each time");
      }
      return {
        "vtl lint": fresh.cpuMs,
        "vtl lint --cache, unchanged": unchanged.cpuMs,
        "vtl lint, MB at most": fresh.mostMB,
        "vtl format --check": format(build).usage.cpuMs,
      };
    };
    const floor = () => ({
      "parsing alone": runToEnd([pathOf("parse-files.mjs"), join(folder, "templates")]).usage.cpuMs,
    });
    return { source, files, samples: await inTurn({ ...costsOfEach(builds, costs), floor }, processes) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
