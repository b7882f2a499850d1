import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { vtlOnDisk } from "../../testing/disk-io.js";

const root = fileURLToPath(new URL("../../../../..", import.meta.url));

/**
 * `#if($pages > 0)#foreach($n in [1..$pages])` has a round: only a number is greater than 0, and a range between two numbers
 * has an item (`ASTIntegerRange`).
 */
const UNREACHABLE = ["fixtures/templates/paging-numbers/template.vtl 30 no round"];

it("every fixture passes its tests, and they reach every line and every branch that can be reached", async () => {
  const { code, stdout, stderr } = await vtlOnDisk(["test", "fixtures", "--coverage"], root);
  expect([code, stderr]).toEqual([0, ""]);
  const table = stdout.slice(stdout.indexOf("\nfile ") + 1).trimEnd();
  const rows = table.split("\n").map((row) => row.split(/ {2,}/));
  expect(rows).toHaveLength(43);
  const missed = rows.slice(1).filter(([, lines, branches]) => lines !== "100" || branches !== "100");
  expect(missed.slice(0, -1).map(([name, , , ways]) => `${name} ${ways}`)).toEqual(UNREACHABLE);
});
