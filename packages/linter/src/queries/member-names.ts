import type { Reference, ReferenceStep } from "@apigw-vtl/compiler";

type NamedStep = Extract<ReferenceStep, { readonly type: "PropertyStep" }>;

/** The members that a reference begins with; a call or an index ends them. */
export function membersOf({ steps }: Reference): readonly NamedStep[] {
  const end = steps.findIndex(({ type }) => type !== "PropertyStep");
  return (end < 0 ? steps : steps.slice(0, end)).filter((step) => step.type === "PropertyStep");
}

/** `a` of `.a` and `['a']`; `undefined` for calls and for what is no name, or one that is put together. */
export function nameOf(step: ReferenceStep): string | undefined {
  if (step.type === "PropertyStep") return step.name;
  if (step.type !== "IndexStep" || step.index.type !== "StringLiteral" || step.index.template) return undefined;
  return step.index.value;
}
