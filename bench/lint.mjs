import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));

const FILES = 1000;
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

/** @returns {{wallMs: number, cpuMs: number, rssMB: number, findings: string | undefined}} what `vtl lint` took, from the start of its process */
function lint(folder, args) {
  const usage = join(folder, "usage.json");
  const command = ["--import", pathOf("usage.mjs"), pathOf("../packages/cli/bin/vtl.js"), "lint", "templates", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, BENCH_USAGE: usage },
    maxBuffer: 1 << 28,
  });
  // 1: there are findings, as there are in what people write.
  if (status !== 0 && status !== 1) throw new Error(`vtl lint ended with ${status}: ${stderr}`);
  return { ...JSON.parse(readFileSync(usage, "utf8")), findings: /✖ (\d+) problems/.exec(stdout)?.[1] };
}

/** The least time, since others use the machine too, and the most memory. */
function summary(runs) {
  const least = (key) => Math.min(...runs.map((run) => run[key]));
  return { wallMs: least("wallMs"), cpuMs: least("cpuMs"), rssMB: Math.max(...runs.map(({ rssMB }) => rssMB)) };
}

/**
 * Times `vtl lint` on a thousand template files: all of them anew, and with a cache when nothing has changed.
 * @param {number} processes of each kind
 */
export function measureLint(processes) {
  const folder = mkdtempSync(join(tmpdir(), "vtl-bench-"));
  try {
    const { source, texts } = templates();
    mkdirSync(join(folder, "templates"));
    for (let i = 0; i < FILES; i++) {
      // Each differs from the others, so that nothing can be done once for several.
      writeFileSync(join(folder, "templates", `${i}.vtl`), `${texts[i % texts.length]}\n## ${i}\n`);
    }
    const cached = ["--cache", "--cache-location", join(folder, "cache")];
    const first = lint(folder, cached);
    const fresh = [];
    const unchanged = [];
    for (let i = 0; i < processes; i++) {
      fresh.push(lint(folder, []));
      unchanged.push(lint(folder, cached));
    }
    if (first.findings === undefined || [...fresh, ...unchanged].some(({ findings }) => findings !== first.findings)) {
      throw new Error("vtl lint does not find the same each time");
    }
    return {
      source,
      files: FILES,
      findings: Number(first.findings),
      fresh: summary(fresh),
      unchanged: summary(unchanged),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
