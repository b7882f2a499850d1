import { describe, expect, it } from "vitest";
import { ConfigError, type ConfigHost, findConfig, loadConfig } from "./load-config.js";
import { resolveConfig } from "./resolve-config.js";
import { validateConfig } from "./validate-config.js";

const hostOf = (files: Readonly<Record<string, unknown>>): ConfigHost => ({
  readFile: async (path) => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    return typeof file === "string" ? file : JSON.stringify(file);
  },
});

async function resolved(files: Readonly<Record<string, unknown>>, file: string) {
  return resolveConfig(await findConfig(file, hostOf(files)), file);
}

const levelOf = ({ rules }: Awaited<ReturnType<typeof resolved>>, id: string) =>
  rules.find(({ rule }) => rule.meta.id === id)?.level ?? "off";

describe("which configuration counts", () => {
  const above = { rules: { "null-literal": "off", "else-if": "off" } };
  const levels = async (own: unknown) => {
    const config = await resolved({ "vtl.config.json": above, "api/vtl.config.yaml": own }, "api/v1/a.vtl");
    return [levelOf(config, "null-literal"), levelOf(config, "else-if")];
  };

  it("is the nearest one, laid over those of the folders above", async () => {
    expect(await levels({ rules: { "null-literal": "info" } })).toEqual(["info", "off"]);
    expect(await levels({ extends: "vtl:recommended" })).toEqual(["error", "error"]);
    expect(levelOf(await resolved({ "vtl.config.json": above }, "other/a.vtl"), "null-literal")).toBe("off");
  });

  it("begins at the folder that `root` names", async () => {
    const rules = { "null-literal": "info" };
    expect(await levels({ root: true, rules })).toEqual(["info", "error"]);
    expect(await levels({ root: "./", rules })).toEqual(["info", "error"]);
    expect(await levels({ root: "..", rules })).toEqual(["info", "off"]);
    const absolute = { "/home/p/vtl.config.json": { root: "/home/p", rules }, "/home/vtl.config.json": above };
    const config = await resolved(absolute, "/home/p/a/a.vtl");
    expect([levelOf(config, "null-literal"), levelOf(config, "else-if")]).toEqual(["info", "error"]);
  });

  it("has globs that start at its own folder", async () => {
    const off = (glob: string) => ({
      overrides: [{ files: [glob], rules: { "null-literal": "off" }, samples: ["*.json"] }],
    });
    const files = { "vtl.config.json": off("api/*.vtl"), "api/vtl.config.json": off("b.vtl") };
    const [a, b] = [await resolved(files, "api/a.vtl"), await resolved(files, "api/b.vtl")];
    expect(a.samples).toEqual([{ folder: "", glob: "*.json" }]);
    expect(b.samples).toEqual([
      { folder: "", glob: "*.json" },
      { folder: "api/", glob: "*.json" },
    ]);
    expect((await resolved({ "api/vtl.config.json": off("api/*.vtl") }, "api/a.vtl")).samples).toEqual([]);
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

  it.each([
    ["@team/rules", "/home/node_modules/@team/rules/vtl.config.yaml"],
    ["rules", "/home/p/node_modules/rules/vtl.config.json"],
    ["@team/rules/strict.json", "/node_modules/@team/rules/strict.json"],
    ["rules/sets/strict.yml", "/home/p/node_modules/rules/sets/strict.yml"],
  ])("finds the package %s in node_modules around", async (base, path) => {
    const own = { extends: base, rules: { "else-if": "off" } };
    const extended = "rules:\n  null-literal: off\n";
    const json = { rules: { "null-literal": "off" } };
    const files = { "/home/p/vtl.config.json": own, [path]: path.endsWith("json") ? json : extended };
    const config = await resolved(files, "/home/p/a.vtl");
    expect([levelOf(config, "null-literal"), levelOf(config, "else-if")]).toEqual(["off", "off"]);
  });

  it("refuses circles, missing files, packages and sets, and says where", async () => {
    const circle = { "a.json": { extends: "./b.json" }, "b.json": { extends: "./a.json" } };
    await expect(loadConfig("a.json", hostOf(circle))).rejects.toThrow(/extends itself/);
    const refusal = (base: string) => loadConfig("a.json", hostOf({ "a.json": { extends: base } }));
    await expect(refusal("./x.json")).rejects.toThrow("x.json: there is no such file");
    await expect(refusal("x.json")).rejects.toThrow("a.json:1:12: extends there is no package x.json in node_modules");
    await expect(refusal("vtl:best")).rejects.toThrow("a.json:1:12: extends there is no set vtl:best");
  });
});

describe("the text of a configuration", () => {
  const load = (text: string, path = "vtl.config.json") => loadConfig(path, hostOf({ [path]: text }));

  it("may have comments, and a byte order mark", async () => {
    const text = '\ufeff{ // why\n  /* because */ "rules": { "else-if": "off" }, "$schema": "http://x" }';
    const config = resolveConfig(await load(text), "a.vtl");
    expect(levelOf(config, "else-if")).toBe("off");
  });

  it.each([
    ["{", "vtl.config.json:1:2: not JSON: a } is missing here"],
    ['{"rules": {},}', "vtl.config.json:1:14: not JSON: a member's name in double quotes is missing here"],
    [
      '// why\n{"rules":\n {"nope": "off"}}',
      "vtl.config.json:3:11: rules.nope there is no such rule; what proofs and the syntax find has a level of its own",
    ],
    [
      '{"rules": {"null-litteral": "off"}}',
      "vtl.config.json:1:29: rules.null-litteral there is no such rule; did you mean null-literal?",
    ],
    ['{"igorePatterns": []}', "vtl.config.json:1:19: igorePatterns is not known; did you mean ignorePatterns?"],
    ['{"overrides": [{"files": "x"}]}', "vtl.config.json:1:26: overrides[0].files is to be a list"],
    ["[]", "vtl.config.json: is to be an object"],
  ])("is refused with a place: %j", async (text, message) => {
    await expect(load(text)).rejects.toThrow(message);
  });

  it("is refused with a place in YAML too", async () => {
    await expect(load("a: [\nb: }", "vtl.config.yml")).rejects.toThrow(/vtl\.config\.yml:2:\d+: not YAML: /);
    await expect(load("rules:\n  nope: off\n", "vtl.config.yml")).rejects.toThrow("vtl.config.yml:2:9: rules.nope");
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1,1]\n${[..."bcdefg"].map((name, i) => `${name}: &${name} [${`*${"abcdef"[i]},`.repeat(9)}1]`).join("\n")}`;
    await expect(load(bomb, "vtl.config.yml")).rejects.toThrow(ConfigError);
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
      samples: [{ folder: "api/", glob: "events/*.json" }],
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
