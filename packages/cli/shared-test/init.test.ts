import { corpusHosts } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { vtl } from "../src/testing/memory-io.js";

const PROJECTS = 10;
const BASELINE = ".vtl-baseline.json";

const hosts = corpusHosts();
const repositories = [...new Set(hosts.map(({ repo }) => repo))].sort();

describe("vtl init --baseline", () => {
  const comeBack: string[] = [];
  it.each(repositories.slice(0, PROJECTS))("writes a workflow that passes: %s", async (repo) => {
    const files = Object.fromEntries(hosts.filter((host) => host.repo === repo).map(({ path, text }) => [path, text]));
    const { code, io } = await vtl(["init", "--baseline", BASELINE], { files });
    expect(code).toBe(0);
    const set = Object.fromEntries(io.files);
    const { run } = parse(io.text(".github/workflows/vtl.yml") ?? "").jobs.vtl.steps.at(-1);
    const words: string[] = run.split(" ").slice(3);
    const passed = await vtl(words, { files: set });
    expect({ code: passed.code, stderr: passed.stderr }).toMatchObject({ code: 0 });
    expect(passed.stdout).not.toContain("✖");

    // What is mended leaves the baseline, and fails the workflow when it comes back.
    const known: readonly { rule: string; file: string }[] = JSON.parse(io.text(BASELINE) ?? "").findings;
    const error = known.find(({ rule }) => rule === "json-output");
    if (error === undefined) return;
    const mended = { ...set, [error.file]: error.file.endsWith(".json") ? "{}" : "" };
    const pruning = await vtl(["lint", "--prove", "--baseline", BASELINE, "--prune-baseline"], { files: mended });
    expect(pruning.code).toBe(0);
    const back = await vtl(words, { files: { ...set, [BASELINE]: pruning.io.text(BASELINE) ?? "" } });
    expect(back.code).toBe(1);
    comeBack.push(repo);
  });

  it("is about projects most of which have an error to mend", () => {
    expect(comeBack.length).toBeGreaterThan(PROJECTS / 2);
  });
});
