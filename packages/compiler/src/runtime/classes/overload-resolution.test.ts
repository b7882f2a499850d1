import { describe, expect, it } from "vitest";
import { newMap } from "../collections/map.js";
import { arrayListOf, JavaArray, type Value } from "../value.js";
import { convertArguments } from "./arguments.js";
import { type JavaMethod, type JavaType, method } from "./method-table.js";
import { resolveOverload } from "./overload-resolution.js";

function overload(...params: JavaType[]): JavaMethod<never> {
  return method(params, () => params.join());
}

/** The parameters of the overload that is called. */
function chosen(overloads: JavaMethod<never>[], ...args: Value[]): string {
  return resolveOverload(overloads, args)?.params.join() ?? "none";
}

describe("the overload that is called", () => {
  it("fits the arguments", () => {
    const remove = [overload("int"), overload("Object")];
    expect(chosen(remove, 1)).toBe("int");
    expect(chosen(remove, "x")).toBe("Object");
    expect(chosen(remove, 3000000000)).toBe("Object");
    expect(chosen(remove, 1, 2)).toBe("none");
    expect(chosen([overload("Collection")], arrayListOf([]))).toBe("Collection");
    expect(chosen([overload("Collection")], new JavaArray())).toBe("none");
    expect(chosen([overload("Map")], newMap())).toBe("Map");
    expect(chosen([overload("String")], 1)).toBe("none");
  });

  it("is the most specific one", () => {
    expect(chosen([overload("Object"), overload("CharSequence"), overload("String")], "x")).toBe("String");
    expect(chosen([overload("double"), overload("long"), overload("float")], 1)).toBe("long");
    expect(chosen([overload("Comparable"), overload("Number")], 1)).toBe("none");
  });

  it("takes null for Object first, as remove(null) of a list shows", () => {
    expect(chosen([overload("int"), overload("Object")], null)).toBe("Object");
    expect(chosen([overload("String"), overload("Object")], null)).toBe("Object");
    expect(chosen([overload("int")], null)).toBe("none");
  });

  it("is none when two are equally specific, as for getBytes(null) of a String", () => {
    expect(chosen([overload("String"), overload("Map")], null)).toBe("none");
  });

  it("may have an array for all the remaining arguments", () => {
    const format = [overload("String", "Object[]")];
    expect(chosen(format, "x")).toBe("String,Object[]");
    expect(chosen(format, "x", 1, 2)).toBe("String,Object[]");
    expect(chosen(format, 1, 2)).toBe("none");
    expect(chosen([overload("Object[]"), overload("Function")], null)).toBe("Function");
    const bytes = new JavaArray();
    bytes.elementClass = "byte";
    expect(chosen(format, "x", bytes)).toBe("none");
    expect(chosen(format, "x", bytes, bytes)).toBe("String,Object[]");
  });

  it("passes for any arguments when it has no parameters, so that list.size(1) fails", () => {
    expect(chosen([overload()], 1)).toBe("");
    expect(chosen([overload(), overload("int")], 1)).toBe("int");
    expect(() => convertArguments([], [1])).toThrow(
      expect.objectContaining({
        javaClass: "java.lang.IllegalArgumentException",
        message: "wrong number of arguments",
      }),
    );
  });
});

describe("arguments", () => {
  it("reach the method in the shape of the parameter", () => {
    expect(convertArguments(["int", "long", "double", "Object"], [1, 2, 3n, null])).toEqual([1, 2n, 3, null]);
    expect(convertArguments(["long", "double"], [3000000000, 0.5])).toEqual([3000000000n, 0.5]);
  });

  it("beyond the others are collected in an array", () => {
    const variable = (...args: Value[]) => Array.from(convertArguments(["String", "Object[]"], args)[1] as JavaArray);
    expect(variable("x")).toEqual([]);
    expect(variable("x", 1)).toEqual([1]);
    expect(variable("x", 1, "y")).toEqual([1, "y"]);
    const array = new JavaArray();
    expect(convertArguments(["Object[]"], [array])[0]).toBe(array);
    expect(convertArguments(["Object[]"], [null])[0]).toBeNull();
  });
});
