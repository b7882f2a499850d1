import { posix } from "node:path";
import { encodeUtf8 } from "../../io/encoding.js";
import { writeFile } from "../../io/write-file.js";
import type { Session } from "../../session.js";
import type { FileReport } from "./file-lint.js";

/**
 * Writes the requests that break templates, as files that `vtl render --event` takes.
 * @returns their paths
 */
export async function writeWitnesses(
  reports: readonly FileReport[],
  folder: string,
  session: Session,
): Promise<string[]> {
  const written = new Set<string>();
  for (const { path, templates } of reports) {
    for (const { proof, line, column } of templates) {
      if (proof?.status !== "broken") continue;
      const host = path.split("/").map((name) => (name === ".." ? "_" : name));
      const file = posix.join(folder, ...host, `${line}-${column}.event.json`);
      // Without a context of its own the event would get the sample one, which the proof knows nothing of.
      const event = { ...proof.witness.event, context: proof.witness.event.context ?? {} };
      await writeFile(session, { path: file, data: encodeUtf8(`${JSON.stringify(event, undefined, 2)}\n`) });
      written.add(file);
    }
  }
  return [...written];
}
