import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

const root = fileURLToPath(new URL("../../../../../", import.meta.url));

/** The files below a folder of the repository, by their path from its root. */
function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(root + folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`);
  return Object.fromEntries(paths.map((path) => [path.slice(root.length), readFileSync(path, "utf8")]));
}

it("every fixture that prints JSON or a form is proved: its output is right for every request", async () => {
  const files = filesBelow("fixtures");
  const { stdout, stderr } = await vtl(["lint", "fixtures", "--prove"], { files, tick: 0 });
  const verdicts = Array.from(
    stdout.matchAll(/^(fixtures\/\S+): (proved|broken|undecided)/gm),
    ([, place, verdict]) => ({
      place,
      verdict,
    }),
  );
  expect(verdicts.filter(({ verdict }) => verdict !== "proved")).toEqual([]);
  const said = Number(/(\d+) with nothing to prove/.exec(stdout + stderr)?.[1]);
  const templates = Object.keys(files).filter((path) => path.endsWith("/template.vtl"));
  // Those of the item store's definition are six.
  expect(verdicts).toHaveLength(templates.length + 6 - said);
});
