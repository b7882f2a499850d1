import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { vtlOnDisk } from "../../testing/disk-io.js";

const root = fileURLToPath(new URL("../../../../..", import.meta.url));

/** Branches that no event reaches, each with its reason. */
const UNREACHED = [
  // Only a number is greater than 0, and a range between two numbers has an item (`ASTIntegerRange`).
  "fixtures/templates/paging-numbers/template.vtl 33 no round",
];

it("every fixture passes its tests, and they reach every line and every branch but one", async () => {
  const { code, stdout, stderr } = await vtlOnDisk(["test", "fixtures", "--coverage"], root);
  expect([code, stderr]).toEqual([0, ""]);
  const table = stdout.slice(stdout.indexOf("\nfile ") + 1).trimEnd();
  const rows = table.split("\n").map((row) => row.split(/ {2,}/));
  expect(rows).toHaveLength(43);
  const missed = rows.slice(1).filter(([, lines, branches]) => lines !== "100" || branches !== "100");
  expect(missed.slice(0, -1).map(([name, , , ways]) => `${name} ${ways}`)).toEqual(UNREACHED);
});
