import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type MemoryIo, vtl } from "../../testing/memory-io.js";

const WORKFLOW = ".github/workflows/vtl.yml";

/** A template with findings, and one of AppSync. */
const FILES = {
  ".git/HEAD": "",
  "api.json": JSON.stringify({
    openapi: "3.0.1",
    paths: {
      "/a": {
        post: {
          "x-amazon-apigateway-integration": {
            type: "aws",
            requestTemplates: { "application/json": `{"a":"$input.params('q')"}` },
          },
        },
      },
    },
  }),
  "graph(ql)/resolvers/get.vtl": "$util.toJson($ctx.args)",
  "graph(ql)/resolvers/put.vtl": "$util.toJson($ctx.result)",
  "templates/get-response.vtl": '{"a"  : 1 }\n',
};

function filesOf(io: MemoryIo): Record<string, string> {
  return Object.fromEntries([...io.files.keys()].map((path) => [path, io.text(path) ?? ""]));
}

/** What the workflow runs, as words of `vtl`. */
function stepOf(io: MemoryIo, path = WORKFLOW): string[] {
  const { run } = parse(io.text(path) ?? "").jobs.vtl.steps.at(-1);
  expect(run).toMatch(/^npx --yes @apigw-vtl\/cli@\d/);
  return run.split(" ").slice(3);
}

describe("vtl init", () => {
  it("writes a configuration that fits the project", async () => {
    const { code, stdout, stderr, io } = await vtl(["init"], { files: FILES });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/^4 templates in 4 files\nvtl\.config\.json written\n/);
    const printed = (path: string) => vtl(["lint", "--print-config", path], { files: filesOf(io) });
    expect(JSON.parse((await printed("graph(ql)/resolvers/get.vtl")).stdout).ignored).toBe(true);
    expect(JSON.parse((await printed("api.json")).stdout).ignored).toBe(false);
  });

  it("writes a workflow that passes with a baseline, and fails without", async () => {
    const { io } = await vtl(["init", "--baseline", ".vtl-baseline.json"], { files: FILES });
    const set = filesOf(io);
    expect(stepOf(io)).toEqual(["ci", "--baseline", ".vtl-baseline.json", "--no-format-check"]);
    expect(io.text(WORKFLOW)).toContain(`ci ${stepOf(io).slice(1).join(" ")}\n`);
    expect((await vtl(stepOf(io), { files: set })).code).toBe(0);
    expect(io.stderr.text).toContain(`the same checks on this machine: npx vtl ${stepOf(io).join(" ")}\n`);
    const bare = await vtl(["init"], { files: FILES });
    expect(stepOf(bare.io)).toEqual(["ci", "--no-format-check"]);
    expect((await vtl(stepOf(bare.io), { files: set })).code).toBe(1);
    const more = { ...set, "templates/new.vtl": `{"b": "$input.params('r')"}` };
    expect((await vtl(stepOf(io), { files: more })).code).toBe(1);
  });

  it("has the layout checked where everything is laid out", async () => {
    const { io } = await vtl(["init"], { files: { "a.vtl": '{ "a": 1 }\n' } });
    expect(stepOf(io)).toEqual(["ci"]);
    expect((await vtl(["ci"], { files: filesOf(io) })).code).toBe(0);
    expect((await vtl(["ci"], { files: { ...filesOf(io), "a.vtl": '{"a"  : 1 }' } })).code).toBe(1);
  });

  it("writes the workflow at the root of the repository", async () => {
    const { io } = await vtl(["init"], { files: { "../.git/HEAD": "", "a.vtl": "{}\n" } });
    const { jobs } = parse(io.text(`../${WORKFLOW}`) ?? "");
    expect(jobs.vtl.defaults.run["working-directory"]).toBe("project");
  });

  it("leaves alone what is there", async () => {
    const there = { "vtl.config.yml": "rules: {}\n", [WORKFLOW]: "mine", ".vtl-baseline.json": "mine", "a.vtl": "{}" };
    const { code, stderr, io } = await vtl(["init", "--baseline", ".vtl-baseline.json"], { files: there });
    expect(code).toBe(0);
    expect(filesOf(io)).toEqual(there);
    expect(stderr.match(/^\S+ is there and stays$/gm)).toHaveLength(3);
    const none = await vtl(["init", "--no-workflow"], { files: { "a.vtl": "{}" } });
    expect([...none.io.files.keys()]).toEqual(["a.vtl", "vtl.config.json"]);
  });
});
