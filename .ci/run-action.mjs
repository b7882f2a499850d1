#!/usr/bin/env node
/**
 * Runs the steps of action.yml as GitHub's runner does, in the current folder; ends as the first one that fails. Steps that use
 * other actions are the runner's own, and left out.
 *
 *   node .ci/run-action.mjs [INPUT=VALUE…]
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const { inputs, runs } = parse(readFileSync(new URL("../action.yml", import.meta.url), "utf8"));

const given = process.argv.slice(2).map((argument) => argument.split(/=(.*)/s).slice(0, 2));
const values = new Map(Object.entries(inputs).map(([name, { default: value }]) => [name, value]));
for (const [name, value] of given) {
  if (!values.has(name)) throw new Error(`action.yml has no input ${name}`);
  values.set(name, value);
}

/** Expressions of inputs; any other is an error, as is an input that is not declared. */
function evaluated(text) {
  return text.replace(/\$\{\{(.*?)\}\}/g, (expression, inner) => {
    const [, name] = /^ inputs\.([a-z-]+) $/.exec(inner) ?? [];
    if (!values.has(name)) throw new Error(`${expression} in action.yml means nothing here`);
    return values.get(name);
  });
}

for (const { run, shell, env, "working-directory": folder } of runs.steps.filter((step) => step.run !== undefined)) {
  const { status } = spawnSync(shell, ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", evaluated(run)], {
    cwd: resolve(evaluated(folder)),
    env: {
      ...process.env,
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, evaluated(value)])),
      GITHUB_ACTIONS: "true",
      GITHUB_ACTION_PATH: root.replace(/\/$/, ""),
    },
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
