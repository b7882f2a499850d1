#!/usr/bin/env node
/**
 * Writes what the reference engine renders for every event of `fixtures/templates/`:
 * `event.json` gives `expected.out` (and `overrides.json` if the template sets any),
 * `event-2.json` gives `expected-2.out` and `overrides-2.json`.
 *
 *   node scripts/oracle-fixtures.mjs            write them
 *   node scripts/oracle-fixtures.mjs --verify   write nothing, exit 1 if one differs
 *   node scripts/oracle-fixtures.mjs NAME...    only these fixtures (also with --verify)
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { askOracle, OracleUnavailable } from "./oracle.mjs";

const root = fileURLToPath(new URL("../fixtures/templates/", import.meta.url));
const eventFields = ["body", "headers", "querystring", "path", "stageVariables", "context"];

function readEvent(file) {
  const event = JSON.parse(readFileSync(file, "utf8"));
  const fields = Object.keys(event);
  if (fields.join() !== eventFields.join()) {
    throw new Error(`${file}: an event has the fields ${eventFields.join(", ")}, in this order`);
  }
  return event;
}

function renderingsOf(name) {
  const folder = join(root, name);
  const template = readFileSync(join(folder, "template.vtl"), "utf8");
  return readdirSync(folder)
    .filter((file) => /^event(-\d+)?\.json$/.test(file))
    .map((file) => {
      const suffix = file.slice("event".length, -".json".length);
      return { name, folder, suffix, request: { ...readEvent(join(folder, file)), template } };
    });
}

/** The files that a rendering must have; `undefined` where there must be none. */
function expectedFiles({ folder, suffix }, answer) {
  const overrides = answer.overrides && `${JSON.stringify(answer.overrides, null, 2)}\n`;
  return [
    { file: join(folder, `expected${suffix}.out`), text: answer.output },
    { file: join(folder, `overrides${suffix}.json`), text: overrides },
  ];
}

function main(args) {
  const verify = args.includes("--verify");
  const chosen = args.filter((arg) => !arg.startsWith("--"));
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = chosen.length > 0 ? chosen : folders.map(({ name }) => name).sort();
  const renderings = names.flatMap(renderingsOf);
  const answers = askOracle(renderings.map((r) => r.request));

  let failures = 0;
  let changes = 0;
  for (const [i, rendering] of renderings.entries()) {
    const answer = answers[i];
    if (!answer.ok) {
      console.error(`${rendering.name}: event${rendering.suffix}.json: ${answer.error}`);
      failures++;
      continue;
    }
    for (const { file, text } of expectedFiles(rendering, answer)) {
      const present = existsSync(file) ? readFileSync(file, "utf8") : undefined;
      if (present === text) continue;
      if (verify) {
        console.error(`${file}: differs from the reference engine`);
        failures++;
      } else {
        if (text === undefined) rmSync(file);
        else writeFileSync(file, text);
        changes++;
      }
    }
  }
  const outcome = verify ? `${failures} differences` : `${changes} files changed, ${failures} failures`;
  console.log(`${names.length} fixtures, ${renderings.length} renderings, ${outcome}`);
  return failures === 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(`oracle-fixtures: ${error.message}`);
  process.exitCode = error instanceof OracleUnavailable ? 2 : 1;
}
