import { describe, expect, it } from "vitest";
import { ConfigError, type ConfigHost, findConfig, loadConfig } from "./load-config.js";
import { resolveConfig } from "./resolve-config.js";
import { validateConfig } from "./validate-config.js";

const hostOf = (files: Readonly<Record<string, unknown>>): ConfigHost => ({
  readFile: async (path) => (Object.hasOwn(files, path) ? JSON.stringify(files[path]) : undefined),
  parse: (_path, text) => JSON.parse(text),
});

async function resolved(files: Readonly<Record<string, unknown>>, file: string) {
  return resolveConfig(await findConfig(file, hostOf(files)), file);
}

const levelOf = ({ rules }: Awaited<ReturnType<typeof resolved>>, id: string) =>
  rules.find(({ rule }) => rule.meta.id === id)?.level ?? "off";

describe("which configuration counts", () => {
  it("is the nearest one, and no other", async () => {
    const files = {
      "vtl.config.json": { rules: { "null-literal": "off", "else-if": "off" } },
      "api/vtl.config.yaml": { rules: { "null-literal": "info" } },
    };
    const config = await resolved(files, "api/v1/a.vtl");
    expect([levelOf(config, "null-literal"), levelOf(config, "else-if")]).toEqual(["info", "error"]);
    expect(levelOf(await resolved(files, "other/a.vtl"), "null-literal")).toBe("off");
  });

  it("is the recommended set if there is none", async () => {
    const config = await resolved({}, "a.vtl");
    expect([levelOf(config, "null-literal"), levelOf(config, "unguarded-index")]).toEqual(["error", "off"]);
  });
});

describe("extends", () => {
  it("takes sets and other files; what comes later wins", async () => {
    const files = {
      "base/rules.json": { rules: { "null-literal": "off", "else-if": "info" } },
      "vtl.config.json": { extends: ["vtl:strict", "./base/rules.json"], rules: { "else-if": "warn" } },
    };
    const config = await resolved(files, "a.vtl");
    expect([levelOf(config, "null-literal"), levelOf(config, "else-if"), levelOf(config, "unguarded-index")]).toEqual([
      "off",
      "warning",
      "warning",
    ]);
    expect(levelOf(config, "integer-division")).toBe("off");
  });

  it.each([
    ["/home/p/", "../../../base.json", "/base.json"],
    ["/home/p/", "/etc/base.json", "/etc/base.json"],
    ["C:/p/", "D:/base.json", "D:/base.json"],
    ["C:/p/", "..\\base\\base.json", "C:/base/base.json"],
    ["p/", "../../base.json", "../base.json"],
  ])("from %s finds %s", async (folder, base, path) => {
    const files = { [`${folder}vtl.config.json`]: { extends: base }, [path]: { rules: { "null-literal": "off" } } };
    expect(levelOf(await resolved(files, `${folder}a.vtl`), "null-literal")).toBe("off");
  });

  it("refuses circles, missing files and unknown sets", async () => {
    const circle = { "a.json": { extends: "./b.json" }, "b.json": { extends: "./a.json" } };
    await expect(loadConfig("a.json", hostOf(circle))).rejects.toThrow(/extends itself/);
    await expect(loadConfig("a.json", hostOf({ "a.json": { extends: "x.json" } }))).rejects.toThrow(/no such file/);
    await expect(loadConfig("a.json", hostOf({ "a.json": { extends: "vtl:best" } }))).rejects.toThrow(ConfigError);
  });
});

describe("overrides", () => {
  it("apply to the files that they name, relative to the configuration", async () => {
    const override = {
      files: ["responses/**"],
      excludedFiles: ["*.old.vtl"],
      rules: { "template-too-large": ["error", { bytes: 10 }] },
      direction: "response",
      contentType: "application/json",
      dialect: "velocity",
      samples: ["events/*.json"],
    };
    const files = { "api/vtl.config.json": { overrides: [override] } };
    const config = await resolved(files, "api/responses/a.vtl");
    expect(config).toMatchObject({
      direction: "response",
      contentType: "application/json",
      dialect: "velocity",
      samples: ["events/*.json"],
    });
    expect(config.rules.find(({ rule }) => rule.meta.id === "template-too-large")?.options).toEqual({ bytes: 10 });
    const others = await Promise.all([
      resolved(files, "api/requests/a.vtl"),
      resolved(files, "api/responses/a.old.vtl"),
    ]);
    expect(others.map(({ dialect }) => dialect)).toEqual(["apigateway", "apigateway"]);
  });

  it("keep the options of a rule whose level they change", async () => {
    const files = {
      "vtl.config.json": {
        rules: { "template-too-large": ["error", { bytes: 10 }] },
        overrides: [{ files: ["*.vtl"], rules: { "template-too-large": "info" } }],
      },
    };
    const { rules } = await resolved(files, "a.vtl");
    expect(rules.find(({ rule }) => rule.meta.id === "template-too-large")).toMatchObject({
      level: "info",
      options: { bytes: 10 },
    });
  });
});

it("has an indentation, of blanks or a tab", async () => {
  expect(validateConfig({ format: { indent: "tab" } }).problems).toEqual([]);
  expect(validateConfig({ format: { indent: 4 } }).problems).toEqual([]);
  expect(validateConfig({ format: { indent: "4" } }).problems).toEqual([
    { path: "format.indent", message: "is to be a number from 1 to 8, or tab" },
  ]);
});

it("knows ignored files and suppressions by file", async () => {
  const files = {
    "vtl.config.json": {
      ignorePatterns: ["vendor/"],
      suppressions: [{ rules: ["null-literal"], files: ["a.vtl"], reason: "generated" }],
    },
  };
  expect((await resolved(files, "vendor/x/a.vtl")).ignored).toBe(true);
  expect((await resolved(files, "a.vtl")).suppressions).toEqual([{ ruleIds: ["null-literal"], reason: "generated" }]);
  expect((await resolved(files, "b.vtl")).suppressions).toEqual([]);
});

describe("what cannot be meant", () => {
  it.each([
    [{ rule: {} }, "rule"],
    [{ rules: { "no-such-rule": "off" } }, "rules.no-such-rule"],
    [{ rules: { "null-literal": "fatal" } }, "rules.null-literal"],
    [{ rules: { "template-too-large": ["error", { bytes: "10" }] } }, "rules.template-too-large.bytes"],
    [{ rules: { "null-literal": ["error", { bytes: 1 }] } }, "rules.null-literal.bytes"],
    [{ overrides: [{ rules: {} }] }, "overrides[0].files"],
    [{ ignorePatterns: "x" }, "ignorePatterns"],
    [[], ""],
  ])("%j is a problem at %s", (value, path) => {
    expect(validateConfig(value).problems.map((problem) => problem.path)).toEqual([path]);
  });

  it("takes members that every object has for unknown ones", () => {
    const value: unknown = JSON.parse('{"constructor": 1, "rules": {"toString": "off", "__proto__": "off"}}');
    expect(validateConfig(value).problems.map((problem) => problem.path)).toEqual([
      "constructor",
      "rules.toString",
      "rules.__proto__",
    ]);
  });
});
