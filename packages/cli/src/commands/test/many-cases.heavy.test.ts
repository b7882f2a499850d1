import { readdirSync, readFileSync } from "node:fs";
import { compile, parseEvent, readEvent } from "@apigw-vtl/compiler";
import { collectGarbage } from "@apigw-vtl/test-support";
import { expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

const TEMPLATES = new URL("../../../../../fixtures/templates/", import.meta.url);
const CASES = 2000;
/** A round is a tenth of a second: one collection more or less decides it. */
const ROUNDS = 8;

interface Fixture {
  readonly name: string;
  readonly template: string;
  readonly event: string;
  readonly output: string;
}

const read = (path: string): string => readFileSync(new URL(path, TEMPLATES), "utf8");
const fixtures: readonly Fixture[] = readdirSync(TEMPLATES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    template: read(`${name}/template.vtl`),
    event: read(`${name}/event.json`),
    output: read(`${name}/expected.out`),
  }));
const PER_TEMPLATE = Math.ceil(CASES / fixtures.length);

/** Milliseconds of processor time, on a heap without the garbage of others. */
async function timeOf(run: () => unknown): Promise<number> {
  collectGarbage();
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What it takes to render them all: each template is compiled once, each event is read. */
function renderAll(): void {
  for (const { template, event, output } of fixtures) {
    const compiled = compile(template);
    for (let i = 0; i < PER_TEMPLATE; i++) {
      const { context = {} } = parseEvent(event);
      if (compiled.render({ ...readEvent(JSON.parse(event)), context }).output !== output) throw new Error(template);
    }
  }
}

it("2,000 cases take less than 2.5 times the processor time of rendering them", async () => {
  const files = Object.fromEntries(
    fixtures.flatMap(({ name, template, event, output }) => {
      const cases = Array.from({ length: PER_TEMPLATE }, () => ({ event: "event.json", expect: "expected.out" }));
      return [
        [`${name}/t.vtl`, template],
        [`${name}/event.json`, event],
        [`${name}/expected.out`, output],
        [`${name}/t.vtl.test.json`, JSON.stringify({ cases })],
      ];
    }),
  );
  const test = async () => {
    const { stdout } = await vtl(["test", "--name", "case"], { files });
    expect(stdout).toContain(`${PER_TEMPLATE * fixtures.length} passed`);
  };
  renderAll();
  await test();
  const took = { testing: 0, rendering: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    took.testing += await timeOf(test);
    took.rendering += await timeOf(renderAll);
  }
  const ratio = took.testing / took.rendering;
  console.log(`${ratio.toFixed(2)} times`);
  expect(ratio).toBeLessThan(2.5);
});
