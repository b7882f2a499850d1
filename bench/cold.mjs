import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runToEnd } from "./processes.mjs";
import { passthrough } from "./shapes/passthrough.mjs";

const FIRST_RENDER = fileURLToPath(new URL("first-render.mjs", import.meta.url));

/**
 * Fresh processes: the program rendering the passthrough template, the compiler used as a library, and Node doing nothing.
 * @param {string} folder for the template and its event
 */
export function prepareCold(folder) {
  const template = join(folder, "template.vtl");
  const event = join(folder, "event.json");
  writeFileSync(template, passthrough.template);
  writeFileSync(event, JSON.stringify(passthrough.event));
  return {
    /** @param {import("./builds.mjs").Build} build */
    costs: async ({ vtl, compiler, flags }) => ({
      "vtl render": (await runToEnd([...flags, vtl, "render", template, "--event", event])).usage.cpuMs,
      "vtl --version": (await runToEnd([...flags, vtl, "--version"])).usage.cpuMs,
      ...JSON.parse((await runToEnd([...flags, FIRST_RENDER, compiler])).stdout),
    }),
    floor: async () => ({ "node -e 0": (await runToEnd(["-e", "0"])).usage.cpuMs }),
  };
}
