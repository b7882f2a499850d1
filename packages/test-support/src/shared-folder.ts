import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The specification, the recorded cases, the corpus and the reference engine; beside the checkout here and in CI. */
export const sharedFolder = fileURLToPath(new URL("../../../../shared/", import.meta.url));

/** True when the folder is there. In CI it must be: a missing folder fails there instead of passing unseen. */
export function hasShared(): boolean {
  const found = existsSync(sharedFolder);
  if (!found && process.env.CI) throw new Error(`${sharedFolder} is missing, and CI needs it`);
  return found;
}

/** The text of a file, by its path in the folder. */
export function readShared(path: string): string {
  return readFileSync(`${sharedFolder}${path}`, "utf8");
}

/** The values of a file that holds one JSON document a line. */
export function readLines<Line>(path: string): Line[] {
  return readShared(path)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line);
}
