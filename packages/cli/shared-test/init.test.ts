import { corpusHosts } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { vtl } from "../src/testing/memory-io.js";

const PROJECTS = 10;

const hosts = corpusHosts();
const repositories = [...new Set(hosts.map(({ repo }) => repo))].sort();

describe("vtl init --baseline", () => {
  it.each(repositories.slice(0, PROJECTS))("writes a workflow that passes: %s", async (repo) => {
    const files = Object.fromEntries(hosts.filter((host) => host.repo === repo).map(({ path, text }) => [path, text]));
    const { code, io } = await vtl(["init", "--baseline", ".vtl-baseline.json"], { files });
    expect(code).toBe(0);
    const set = Object.fromEntries(io.files);
    const { run } = parse(io.text(".github/workflows/vtl.yml") ?? "").jobs.vtl.steps.at(-1);
    const words: string[] = run.split(" ").slice(3);
    const passed = await vtl(words, { files: set });
    expect({ code: passed.code, stderr: passed.stderr }).toMatchObject({ code: 0 });
    expect(passed.stdout).not.toContain("✖");

    // Without one of its entries the baseline does not hide it any more.
    const baseline = JSON.parse(io.text(".vtl-baseline.json") ?? "");
    const errors = baseline.findings.filter(({ rule }: { rule: string }) => rule === "json-output");
    if (errors.length === 0) return;
    const pruned = { ...baseline, findings: baseline.findings.filter((one: unknown) => one !== errors[0]) };
    const back = await vtl(words, { files: { ...set, ".vtl-baseline.json": JSON.stringify(pruned) } });
    expect(back.code).toBe(1);
  });
});
