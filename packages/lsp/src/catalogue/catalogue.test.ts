import { compile, contextKeys, type JavaClassName, javaMembers } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { directives } from "./directives.data.js";
import { membersOfClass } from "./java-members.js";
import { javaMethods } from "./java-methods.data.js";
import { parametersOf } from "./member.js";
import { loopMembers, roots } from "./roots.data.js";

/** `substring(int,int)`, sorted. */
function shapes(className: JavaClassName): readonly string[] {
  return javaMembers(className)
    .flatMap(({ name, overloads }) => overloads.map((types) => `${name}(${types.join()})`))
    .sort();
}

function shapeOf(signature: string): string {
  const types = parametersOf(signature).map((parameter) => parameter.slice(parameter.indexOf(": ") + 2));
  return `${signature.slice(0, signature.indexOf("("))}(${types.join()})`;
}

const render = (template: string): string =>
  compile(template).render({ body: '{"a":1}', context: { stage: "s" } }).output;

describe("the catalogue of Java methods", () => {
  const described = Object.keys(javaMethods) as (keyof typeof javaMethods)[];
  const documented = (className: keyof typeof javaMethods): string[] =>
    javaMethods[className].flatMap((entry) => entry.slice(0, -1).map(shapeOf)).sort();

  it.each(["Object", "String", "List", "Map", "Collection", "Entry", "Boolean"] as const)(
    "has every method of %s that the runtime has, and no other",
    (className) => expect(documented(className)).toEqual(shapes(className)),
  );

  it.each(["Integer", "Double"] as const)("documents of %s what exists, all overloads of it", (className) => {
    const names = new Set(documented(className).map((shape) => shape.slice(0, shape.indexOf("("))));
    expect(documented(className)).toEqual(
      shapes(className).filter((shape) => names.has(shape.slice(0, shape.indexOf("(")))),
    );
  });

  it("offers every method of the runtime", () => {
    for (const className of described) {
      const offered = new Set(membersOfClass(className).map(({ name }) => name));
      for (const { name } of javaMembers(className)) expect(offered).toContain(name);
    }
  });
});

describe("the catalogue of the service's variables", () => {
  it.each([
    ["input", "Input"],
    ["util", "Util"],
  ] as const)("has every member of $%s", (name, className) => {
    const members = roots.find((root) => root.name === name)?.members ?? [];
    expect(
      members
        .filter(({ kind }) => kind === "method")
        .flatMap(({ signatures }) => signatures.map(shapeOf))
        .sort(),
    ).toEqual(shapes(className));
  });

  it("has roots that the runtime knows: each has a class of its own", () => {
    for (const { name } of roots) expect(render(`$${name}.class.name`)).not.toBe("");
    expect(render("$unknown.class.name")).toBe("");
  });

  it("has the members that a loop's variable has", () => {
    for (const { name } of loopMembers.filter(({ name }) => !/parent|topmost/.test(name))) {
      expect(render(`#foreach($i in [1])$foreach.${name}#end`)).not.toBe("");
    }
    expect(render("#foreach($i in [1])#foreach($j in [1])$foreach.parent.count$foreach.topmost.count#end#end")).toBe(
      "11",
    );
  });

  it("has for each key of $context the map that holds it", () => {
    const maps = new Set(contextKeys.filter(({ type }) => type === "Map").map(({ path }) => path));
    for (const { path } of contextKeys) {
      const parent = path.slice(0, Math.max(0, path.lastIndexOf(".")));
      if (parent !== "") expect(maps).toContain(parent);
    }
    expect(new Set(contextKeys.map(({ path }) => path)).size).toBe(contextKeys.length);
  });
});

describe("the catalogue of directives", () => {
  it("has snippets that the parser reads as directives", () => {
    const opened = { elseif: "#if($a)", else: "#if($a)", end: "#if($a)" };
    for (const { name, snippet = name } of directives) {
      const typed = `#${snippet}`
        .replace(/\$\{\d:([^}]*)\}/g, "$1")
        .replace(/\$0/g, "")
        .replaceAll("\\$", "$");
      const template = `${name in opened ? "#if($a)" : ""}${typed.replace("condition", "$c").replace("= value", "= 1")}`;
      const closed = /^(?:elseif|else)$/.test(name) ? `${template}#end` : template;
      expect(render(closed)).not.toContain(`#${name}`);
    }
  });
});
