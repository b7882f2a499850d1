import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { costsOfEach, inTurn } from "./measure.mjs";
import { runToEnd } from "./processes.mjs";
import { passthrough } from "./shapes/passthrough.mjs";

const FIRST_RENDER = fileURLToPath(new URL("first-render.mjs", import.meta.url));

/**
 * Fresh processes: the program rendering the passthrough template, the compiler used as a library, and Node doing nothing.
 * @param {import("./builds.mjs").Builds} builds
 * @param {number} processes of each kind
 */
export async function measureCold(builds, processes) {
  const folder = mkdtempSync(join(tmpdir(), "vtl-bench-"));
  try {
    const template = join(folder, "template.vtl");
    const event = join(folder, "event.json");
    writeFileSync(template, passthrough.template);
    writeFileSync(event, JSON.stringify(passthrough.event));
    const costs = ({ vtl, compiler }) => ({
      "vtl render": runToEnd([vtl, "render", template, "--event", event]).usage.cpuMs,
      "vtl --version": runToEnd([vtl, "--version"]).usage.cpuMs,
      ...JSON.parse(runToEnd([FIRST_RENDER, compiler]).stdout),
    });
    const floor = () => ({ "node -e 0": runToEnd(["-e", "0"]).usage.cpuMs });
    return await inTurn({ ...costsOfEach(builds, costs), floor }, processes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
