#!/usr/bin/env node
/**
 * How large the modules of all templates of the corpus are, minified, as a histogram; and what importing that of the
 * small PutItem and its first output cost in a new process, beside the same with the compiler.
 *
 *   node bench/modules.mjs
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { thisBuild } from "./builds.mjs";
import { median } from "./measure.mjs";
import { moduleSizes } from "./module-sizes.mjs";
import { runToEnd } from "./processes.mjs";
import { putItem } from "./shapes/put-item.mjs";
import { table } from "./table.mjs";

const STEP = 5;

const { emitModule } = await import(pathToFileURL(thisBuild.compiler).href);
const { putItem: small, corpus } = await moduleSizes();
/** @type {number[]} */
const counts = [];
for (const size of corpus) counts[Math.floor(size / STEP)] = (counts[Math.floor(size / STEP)] ?? 0) + 1;
const rows = Array.from(counts, (count = 0, i) => [
  `${i * STEP} to ${(i + 1) * STEP}`,
  String(count),
  "#".repeat(count),
]);
if (corpus.length > 0) console.log(table(["KB minified", "templates", ""], rows), "\n");
console.log(`the small PutItem: ${small.toFixed(1)} KB minified`);

const folder = mkdtempSync(join(tmpdir(), "vtl-modules-"));
try {
  const file = join(folder, "put-item.mjs");
  writeFileSync(file, emitModule(putItem.template).code);
  const script = `const now = () => { const { user, system } = process.cpuUsage(); return user + system; };
    const start = now();
    const { render } = await import(${JSON.stringify(pathToFileURL(file).href)});
    render(${JSON.stringify(putItem.event)});
    console.log((now() - start) / 1000);`;
  /** @type {number[]} */
  const costs = [];
  while (costs.length < 15) costs.push(Number((await runToEnd(["--input-type=module", "-e", script])).stdout));
  console.log(`importing it and its first output: ${median(costs).toFixed(1)} ms of processor time`);
} finally {
  rmSync(folder, { recursive: true });
}
