import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./measure.mjs";
import { passthrough } from "./shapes/passthrough.mjs";

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));

function startNode(args) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(" ")}: ${stderr}`);
  return { time, stdout };
}

/**
 * Times fresh processes, all kinds in turn: Node doing nothing, the program rendering the passthrough template, and
 * the compiler used as a library.
 * @param {number} processes of each kind
 * @returns medians in milliseconds
 */
export function measureCold(processes) {
  const folder = mkdtempSync(join(tmpdir(), "vtl-bench-"));
  try {
    const template = join(folder, "template.vtl");
    const event = join(folder, "event.json");
    writeFileSync(template, passthrough.template);
    writeFileSync(event, JSON.stringify(passthrough.event));
    const vtl = [pathOf("../packages/cli/bin/vtl.js"), "render", template, "--event", event];

    const floor = [];
    const render = [];
    const library = [];
    for (let i = 0; i < processes; i++) {
      floor.push(startNode(["-e", "0"]).time);
      render.push(startNode(vtl).time);
      library.push(JSON.parse(startNode([pathOf("first-render.mjs")]).stdout));
    }
    return {
      node: median(floor),
      vtlRender: median(render),
      firstImport: median(library.map((times) => times.import)),
      firstCompile: median(library.map((times) => times.compile)),
      firstRender: median(library.map((times) => times.render)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
