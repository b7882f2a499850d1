import { readdirSync } from "node:fs";
import { codes } from "@apigw-vtl/compiler";
import { rules } from "@apigw-vtl/linter";
import { expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";
import { findingKind } from "./finding-kinds.js";
import { LINT_CODES } from "./lint-codes.js";

const ids = [...rules.map(({ meta }) => meta.id), ...Object.keys(codes), ...LINT_CODES.keys()];

it.each(ids)("--explain %s prints its page, which has its title", async (id) => {
  const { code, stdout } = await vtl(["lint", "--explain", id]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# .*\n\n/);
  const isRule = rules.some(({ meta }) => meta.id === id);
  if (!isRule) expect(stdout.startsWith(`# ${findingKind(id)?.title}\n\n\`${id}\`\n\n`)).toBe(true);
});

it("there is no page without its code", () => {
  const pages = readdirSync(new URL("../../../../../docs/lint-codes", import.meta.url));
  expect(pages.map((name) => name.replace(/\.md$/, "")).sort()).toEqual([...LINT_CODES.keys()].sort());
});
