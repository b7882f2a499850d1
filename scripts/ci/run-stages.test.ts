import { describe, expect, it } from "vitest";
import { runStages, type Stage } from "./run-stages.mjs";

const stage = (name: string, rest: Partial<Stage> = {}): Stage => ({ name, command: [], ...rest });

/** Runs the stages, each until `end` is called with its name; `log` has the starts and ends. */
function start(stages: readonly Stage[], cores: number) {
  const log: string[] = [];
  const ends = new Map<string, (failed: number) => void>();
  const result = runStages(stages, cores, ({ name }) => {
    log.push(`+${name}`);
    return new Promise((resolve) => {
      ends.set(name, (failed) => resolve({ passed: 1 - failed, failed }));
    });
  });
  const end = async (name: string, failed = 0) => {
    log.push(`-${name}`);
    ends.get(name)?.(failed);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { log, end, result };
}

describe("stages", () => {
  it("run side by side while there are cores, in their order", async () => {
    const { log, end, result } = start([stage("a"), stage("b"), stage("c")], 2);
    await end("b");
    await end("a");
    await end("c");
    expect(log).toEqual(["+a", "+b", "-b", "+c", "-a", "-c"]);
    expect(await result).toEqual({ passed: 3, failed: 0 });
  });

  it("wait for those that they build on, and others go first", async () => {
    const { log, end } = start([stage("a"), stage("b", { after: ["a"] }), stage("c")], 2);
    await end("c");
    await end("a");
    expect(log).toEqual(["+a", "+c", "-c", "-a", "+b"]);
  });

  it("that wait for others keep no core from the rest", async () => {
    const { log } = start([stage("download", { cores: 0 }), stage("a"), stage("b")], 2);
    expect(log).toEqual(["+download", "+a", "+b"]);
  });

  it("that need all cores run alone, also where there are fewer", async () => {
    const { log, end } = start([stage("a"), stage("all", { cores: 2 }), stage("b", { cores: 2 })], 1);
    await end("a");
    await end("all");
    expect(log).toEqual(["+a", "-a", "+all", "-all", "+b"]);
  });

  it("are not started once one has failed", async () => {
    const { log, end, result } = start([stage("a"), stage("b"), stage("c")], 2);
    await end("a", 1);
    expect(await result).toEqual({ passed: 0, failed: 1 });
    expect(log).toEqual(["+a", "+b", "-a"]);
  });

  it("that wait for one that is not there are a mistake", async () => {
    await expect(start([stage("a", { after: ["b"] })], 1).result).rejects.toThrow("'a' waits for a stage");
  });
});
