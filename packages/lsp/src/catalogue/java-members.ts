import { type JavaClassName, javaMembers, type Member } from "@apigw-vtl/compiler";
import { javaMethods } from "./java-methods.data.js";

type DescribedClass = keyof typeof javaMethods;

const known = new Map<JavaClassName, readonly Member[]>();

/** Getters that are written without `get` and parentheses. */
const properties: Readonly<Partial<Record<DescribedClass, readonly Member[]>>> = {
  Entry: [
    { name: "key", kind: "property", signatures: ["key: Object"], documentation: "The member's name." },
    { name: "value", kind: "property", signatures: ["value: Object"], documentation: "The member's value." },
  ],
};

/** What a class has, those that every Java object has included; what the runtime has is what counts. */
export function membersOfClass(className: DescribedClass): readonly Member[] {
  const members = known.get(className) ?? describe(className);
  known.set(className, members);
  return members;
}

function describe(className: DescribedClass): readonly Member[] {
  const own = javaMembers(className).map(({ name, overloads }): Member => {
    const documented = javaMethods[className].find(([signature]) => signature.startsWith(`${name}(`));
    const signatures = documented?.slice(0, -1) ?? overloads.map((types) => `${name}(${types.join(", ")})`);
    return { name, kind: "method", signatures, documentation: documented?.at(-1) ?? "" };
  });
  if (className === "Object") return own;
  const names = new Set(own.map(({ name }) => name));
  return [...(properties[className] ?? []), ...own, ...membersOfClass("Object").filter(({ name }) => !names.has(name))];
}
