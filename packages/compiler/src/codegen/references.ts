import { definiteSteps } from "../runtime/jsonpath/index.js";
import type { MethodStep, Reference, ReferenceStep } from "../syntax/tree.js";
import { scopeMember } from "./analysis.js";
import { type Code, isPlainKey, nothing, quote, stringCode } from "./code.js";
import { fixedText, foldConstant } from "./constants.js";
import { isPure, value } from "./expressions.js";
import type { FunctionWriter } from "./function-writer.js";
import { literalPatternCall } from "./literal-pattern.js";
import { fixedRoot, isFixedRoot, readVariable } from "./variables.js";

/** The value of a reference, null when it has none; what that means is for the caller to say. */
export function reference(w: FunctionWriter, node: Reference): Code {
  if (node.prefix.runt || node.prefix.notComputable) return nothing;
  const code = computed(w, node, "Text");
  return w.unit.probes?.reference(node, code) ?? code;
}

/** The same of a reference that is only printed: its value, or what that prints in the service. */
export function printedReference(w: FunctionWriter, node: Reference): Code {
  const { missingIsEmpty, probes } = w.unit;
  const isPlain = missingIsEmpty && !probes && !node.prefix.notComputable;
  return isPlain ? computed(w, node, "Print") : reference(w, node);
}

function computed(w: FunctionWriter, node: Reference, use: EventUse): Code {
  const constant = foldConstant(w, node);
  if (constant) return constant;
  const known = loopMember(w, node) ?? inputCall(w, node) ?? utilCall(w, node) ?? eventText(w, node, use);
  if (known) return steps(w, node, known.code, node.steps.slice(known.used));
  const root = fixedRoot(w, node.name);
  if (root === undefined && !isVariable(w, node.name)) return nothing;
  const code: Code = { js: root ?? readVariable(w, node.name), type: "any", nullable: root === undefined };
  return steps(w, node, code, node.steps);
}

/** Whether a name can ever have a value. */
function isVariable(w: FunctionWriter, name: string): boolean {
  const { dialect, analysis } = w.unit;
  return dialect.roots === "context-entries" || analysis.dynamic || analysis.assigned.has(name);
}

/** Whether a reference to the event's texts is read or printed: how the functions for either end in `event-text.ts`. */
type EventUse = "Text" | "Print";

/** Some steps of a reference that the generator knows a shorter way for. */
interface KnownSteps {
  readonly code: Code;
  /** How many steps it stands for. */
  readonly used: number;
}

/** `$foreach.index` and its like inside the loop are the loop's counters. */
function loopMember(w: FunctionWriter, node: Reference): KnownSteps | undefined {
  const member = scopeMember(node);
  const loop = w.loops.at(-1);
  if (member === undefined || w.unit.analysis.needsScope) return undefined;
  // Outside of a loop there is no $foreach.
  if (loop === undefined) return { code: nothing, used: 1 };
  const codes: Record<string, Code> = {
    index: { js: loop.index, type: "integer", nullable: false },
    count: { js: `(${loop.index} + 1)`, type: "integer", nullable: false },
    hasNext: { js: loop.hasNext, type: "boolean", nullable: false },
    first: { js: `(${loop.index} === 0)`, type: "boolean", nullable: false },
    last: { js: `!${loop.hasNext}`, type: "boolean", nullable: false },
  };
  return { code: codes[member]!, used: 1 };
}

/** `$input.body`, `$input.json('…')`, `$input.path('…')`, `$input.params('…')`. */
function inputCall(w: FunctionWriter, node: Reference): KnownSteps | undefined {
  if (node.name !== "input" || !isFixedRoot(w, "input")) return undefined;
  const [step] = node.steps;
  if (step?.type === "PropertyStep" && step.name === "body") return { code: stringCode("s.input.body"), used: 1 };
  if (step?.type !== "MethodStep") return undefined;
  const [argument] = step.arguments;
  if (step.name === "params" && step.arguments.length === 0) {
    return { code: { js: "s.input.parameters()", type: "any", nullable: false }, used: 1 };
  }
  if (step.arguments.length !== 1 || argument === undefined) return undefined;
  const path = fixedText(w, argument);
  if (path === undefined) return undefined;
  if (step.name === "params") {
    return { code: { js: `s.input.parameter(${quote(path)})`, type: "any", nullable: true }, used: 1 };
  }
  if (step.name !== "json" && step.name !== "path") return undefined;
  const found = jsonPath(w, node, path);
  if (step.name === "path") {
    return { code: { js: `(${found} ?? null)`, type: "any", nullable: true }, used: 1 };
  }
  return { code: stringCode(`${w.unit.use("toJson")}(${found} ?? "")`), used: 1 };
}

/** A constant path: its steps are written out when it is definite, so that nothing of JSONPath is left at run time. */
function jsonPath(w: FunctionWriter, node: Reference, path: string): string {
  const { unit } = w;
  const definite = definiteSteps(path);
  if (definite === undefined) {
    unit.mentions.path(path);
    return unit.fallible("readPath", ["s.input", quote(path)], node.range, unit.textOf(node));
  }
  let js = unit.fallible("documentOf", ["s.input"], node.range, unit.textOf(node));
  for (const step of definite) {
    if (typeof step === "number") js = `${unit.use("jsonItem")}(${js}, ${step})`;
    else {
      const accessor = unit.jsonAccessor(step);
      js = accessor ? `${accessor}(${js})` : `${unit.use("jsonChild")}(${js}, ${quote(step)})`;
    }
  }
  return js;
}

/** `$context.requestId`, `$context.identity.sourceIp`, `$stageVariables.x`, read from the event: see `event-text.ts`. */
function eventText(w: FunctionWriter, node: Reference, use: EventUse): KnownSteps | undefined {
  const { unit } = w;
  if (node.name !== "context" && node.name !== "stageVariables") return undefined;
  if (!isFixedRoot(w, node.name) || unit.traced) return undefined;
  const names = node.steps.map((step) =>
    step.type === "PropertyStep" && isPlainKey(step.name) ? step.name : undefined,
  );
  const [first, second] = names;
  if (first === undefined) return undefined;
  const read = (data: string, path: readonly string[], slow: string): KnownSteps => {
    const isPrinted = use === "Print" && path.length === names.length;
    const js = `${unit.eventAccessor(data, path, `${slow}${isPrinted ? use : "Text"}`)}(s)`;
    return { code: isPrinted ? stringCode(js) : { js, type: "any", nullable: true }, used: path.length };
  };
  if (node.name === "stageVariables") return read("variableData", [first], "variable");
  // What is in a member of $context need not be a map.
  if (second === undefined || unit.calls(second)) return read("contextData", [first], "context");
  return read("contextData", [first, second], "nestedContext");
}

const stringFunctions = new Set(["urlEncode", "urlDecode", "base64Encode", "base64Decode"]);

/** `$util.…` with an argument of the right type. */
function utilCall(w: FunctionWriter, node: Reference): KnownSteps | undefined {
  const { unit } = w;
  if (node.name !== "util" || !isFixedRoot(w, "util")) return undefined;
  const [step] = node.steps;
  if (step?.type !== "MethodStep" || step.arguments.length !== 1) return undefined;
  const given = value(w, step.arguments[0]!);
  if (given.nullable) return undefined;
  if (step.name === "escapeJavaScript") {
    const js = given.type === "string" ? given.js : `${unit.use("print")}(${given.js})`;
    return { code: stringCode(`${unit.use("escapeJavaScript")}(${js})`), used: 1 };
  }
  if (given.type !== "string") return undefined;
  if (step.name === "parseJson") {
    const js = unit.fallible("parseJson", [given.js], node.range, unit.textOf(node));
    return { code: { js, type: "any", nullable: true }, used: 1 };
  }
  if (!stringFunctions.has(step.name)) return undefined;
  return { code: stringCode(unit.fallible(step.name, [given.js], node.range, unit.textOf(node))), used: 1 };
}

/** JavaScript engines read calls in calls by recursion: a chain longer than this goes on from a variable. */
const LONGEST_CHAIN = 32;

/** All steps from a value on. */
export function steps(w: FunctionWriter, node: Reference, root: Code, rest: readonly ReferenceStep[]): Code {
  let code = root;
  const done: string[] = [];
  let t: string | undefined;
  for (const [index, step] of rest.entries()) {
    if (index > 0 && index % LONGEST_CHAIN === 0) {
      t ??= w.temporary();
      done.push(`${t} = ${code.js}`);
      code = { js: t, type: "any", nullable: true };
    }
    code = { js: oneStep(w, node, code, step), type: "any", nullable: true };
  }
  return done.length === 0 ? code : { ...code, js: `(${[...done, code.js].join(", ")})` };
}

/** One step further; null goes through it. */
function oneStep(w: FunctionWriter, node: Reference, target: Code, step: ReferenceStep): string {
  const { unit } = w;
  switch (step.type) {
    case "PropertyStep": {
      const accessor = unit.traced ? undefined : unit.accessor(step.name);
      if (accessor) return `${accessor}(${target.js})`;
      const read = unit.calls(step.name) ? "property" : "entryOf";
      return unit.fallible(read, [target.js, quote(step.name)], step.range, unit.textOf(node));
    }
    case "MethodStep":
      return methodStep(w, node, target, step);
    case "IndexStep": {
      const index = value(w, step.index);
      return guarded(w, target, isPure(step.index), (js) => {
        return unit.fallible("indexed", [js, index.js], step.range, unit.textOf(node));
      });
    }
    default:
      return step satisfies never;
  }
}

function methodStep(w: FunctionWriter, node: Reference, target: Code, step: MethodStep): string {
  const { unit } = w;
  const args = step.arguments.map((item) => value(w, item).js);
  if (args.length === 0 && (step.name === "size" || step.name === "length")) {
    return unit.fallible(step.name === "size" ? "sizeOf" : "lengthOf", [target.js], step.range, unit.textOf(node));
  }
  if (args.length === 1 && step.name === "get") {
    return guarded(w, target, isPure(step.arguments[0]!), (js) => {
      return unit.fallible("getOf", ["s", js, args[0]!], step.range, unit.textOf(node));
    });
  }
  const literal = literalPatternCall(step);
  if (literal) {
    const [callee, ...texts] = literal;
    return unit.fallible(callee, ["s", target.js, ...texts], step.range, unit.textOf(node));
  }
  unit.mentions.method(step.name, step.arguments);
  const list = args.length === 0 ? unit.constant("[]") : `[${args.join(", ")}]`;
  return guarded(w, target, step.arguments.every(isPure), (js) => {
    return unit.fallible("call", ["s", js, quote(step.name), list], step.range, unit.textOf(node));
  });
}

/** Velocity does not evaluate the arguments of a step on null; that matters only where they do something. */
function guarded(w: FunctionWriter, target: Code, pure: boolean, build: (target: string) => string): string {
  if (pure || !target.nullable) return build(target.js);
  const t = w.temporary();
  return `((${t} = ${target.js}) === null ? null : ${build(t)})`;
}
