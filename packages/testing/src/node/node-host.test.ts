import { OutsideWorld, outsideReferences, SECRET, unreadableFiles } from "@apigw-vtl/test-support";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { invoke } from "../authors/invoke.js";
import { render } from "../authors/render.js";
import { nodeHost } from "./node-host.js";

let world: OutsideWorld;
beforeEach(() => {
  world = new OutsideWorld();
});
afterEach(() => world[Symbol.dispose]());

const told = (text: unknown): string => (typeof text === "string" ? text : JSON.stringify(text ?? "nothing there"));

describe("a test that names a file of a repository", () => {
  it.each(["outside/secret.vtl", "repo/.git/secret.vtl"])("reads with it nothing of %s", async (path) => {
    world.build(outsideReferences.$ref!);
    const host = nodeHost(`${world.at("repo/api.yaml")}#GET / request`);
    expect(told(await host.readFile(world.at(path)))).toMatch(/is not read/);
    expect(await host.listFolder(world.at("outside"))).toEqual([]);
    expect(await host.readFile(world.at("repo/api.yaml"))).toContain("openapi");
    expect(await host.listFolder(world.at("repo"))).toEqual(["api.yaml"]);
  });

  it.each(["$ref", "AWS::Include", "Serverless file()"])("does not follow its %s out of there", async (kind) => {
    const reference = outsideReferences[kind]!;
    world.build(reference);
    const path = world.at(reference.api);
    await expect(render(path).then(({ output }) => output)).rejects.not.toThrow(SECRET);
    expect(JSON.stringify(await invoke(path, "GET /").catch(String))).not.toContain(SECRET);
  });

  it("does not follow a link out of there, and reads what lies in another folder of it", async () => {
    world.put({ "repo/a/b.yaml": "x", "repo/c/d.vtl": "in", "outside/secret.vtl": SECRET });
    world.link("repo/a/link.vtl", "../../outside/secret.vtl");
    const host = nodeHost(world.at("repo/a/b.yaml"));
    expect(told(await host.readFile(world.at("repo/a/link.vtl")))).toMatch(/is not read/);
    expect(await host.readFile(world.at("repo/c/d.vtl"))).toBe("in");
  });

  it.each(Object.entries(unreadableFiles))("is told what is no text: %s", async (_name, { message, make }) => {
    world.put({ "repo/a.yaml": "x" });
    make(world, "repo/x.vtl");
    const text = await nodeHost(world.at("repo/a.yaml")).readFile(world.at("repo/x.vtl"));
    expect(text === undefined ? "does not exist" : told(text)).toContain(message);
  });
});
