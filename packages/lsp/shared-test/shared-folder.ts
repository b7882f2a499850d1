import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const sharedFolder = fileURLToPath(new URL("../../../../shared/", import.meta.url));

/** True when the folder is there. In CI it must be: a missing folder fails there instead of passing unseen. */
export function hasShared(): boolean {
  const found = existsSync(sharedFolder);
  if (!found && process.env.CI) throw new Error(`${sharedFolder} is missing, and CI needs it`);
  return found;
}

export function readLines<Line>(path: string): Line[] {
  const text = readFileSync(`${sharedFolder}${path}`, "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line);
}
