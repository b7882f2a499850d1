import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The recordings of the service and real API definitions; beside the checkout here and in CI. */
const sharedFolder = fileURLToPath(new URL("../../../../shared/", import.meta.url));

/** True when the folder is there. In CI it must be: a missing folder fails there instead of passing unseen. */
export function hasShared(): boolean {
  const found = existsSync(sharedFolder);
  if (!found && process.env.CI) throw new Error(`${sharedFolder} is missing, and CI needs it`);
  return found;
}

export function readShared(path: string): string {
  return readFileSync(`${sharedFolder}${path}`, "utf8");
}
