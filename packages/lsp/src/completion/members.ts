import { contextKeys, isPlainObject, type Member, type TemplateEvent } from "@apigw-vtl/compiler";
import { isOfApi, type Origin, type TemplateFacts, type ValueSummary } from "@apigw-vtl/linter";
import { CompletionItemKind } from "vscode-languageserver-protocol";
import { byUse } from "../catalogue/by-use.data.js";
import { membersOfClass } from "../catalogue/java-members.js";
import { parametersOf } from "../catalogue/member.js";
import { loopMembers, roots } from "../catalogue/roots.data.js";
import { classesOf, classOfJson } from "../types/classes-of.js";
import { detailOf, keysAt, typeAt } from "../types/json-shape.js";
import { knownOverrides } from "../types/overrides.js";
import { knownParameters } from "../types/parameters.js";
import { knownStageVariables } from "../types/stage-variables.js";
import type { Candidate } from "./candidate.js";
import type { Receiver } from "./receiver.js";

/** What the template is tried with and declared for. */
export interface Surroundings {
  readonly facts: TemplateFacts;
  readonly event: TemplateEvent | undefined;
  /** Paths into the body that the template reads elsewhere. */
  readonly used: readonly (readonly string[])[];
  /** The members that the template gives to a variable of its own. */
  readonly keysOf: (variable: string) => readonly string[];
}

const OF_NEWER_JAVA = 97;
const OF_EVERY_OBJECT = 98;
const LAST = 99;

/** `toString` and others, which say nothing of a value. */
const ofEveryObject: ReadonlySet<string> = new Set(membersOfClass("Object").map(({ name }) => name));

/** What can follow the dot. */
export function memberCandidates(receiver: Receiver, surroundings: Surroundings): readonly Candidate[] {
  switch (receiver.kind) {
    case "input":
    case "util":
    case "method":
      return (roots.find(({ name }) => name === receiver.kind)?.members ?? []).map((member) =>
        memberCandidate(member, `root/${receiver.kind}`, 0),
      );
    case "loop":
      return loopMembers.map((member) => memberCandidate(member, "loop", 0));
    case "value": {
      const keys = valueKeys(receiver, surroundings).filter(({ label }) => /^[A-Za-z][\w-]*$/.test(label));
      return [...keys, ...methodCandidates(receiver.value, surroundings)];
    }
  }
}

/** The names below a value: those of the input, and those that the template has set. */
export function valueKeys(
  { value, variable }: Extract<Receiver, { kind: "value" }>,
  surroundings: Surroundings,
): readonly Candidate[] {
  const keys = keyCandidates(value, surroundings);
  const known = new Set(keys.map(({ label }) => label));
  const own = variable === undefined ? [] : surroundings.keysOf(variable).filter((label) => !known.has(label));
  return [
    ...keys,
    ...own.map((label) => ({ label, kind: CompletionItemKind.Field, detail: "set in this template", rank: 0 })),
  ];
}

/** The names below a part of the input: of the body, the parameters, `$context` or the stage's variables. */
function keyCandidates(value: ValueSummary | undefined, around: Surroundings): readonly Candidate[] {
  const { facts, event } = around;
  const origin = value?.origin;
  switch (origin?.root) {
    case "body":
      return keysAt(origin.path, around).map((key) => ({
        label: key.name,
        kind: CompletionItemKind.Field,
        detail: detailOf(key),
        rank: 0,
        ...(key.documentation && { documentation: key.documentation }),
      }));
    case "params":
      return parameterKeys(origin, facts, event);
    case "context":
      return contextCandidates(origin.path, facts, event);
    case "stageVariables":
      return knownStageVariables(facts, event).map(({ name, from }) => ({
        label: name,
        kind: CompletionItemKind.Field,
        detail: `stage variable (${from})`,
        rank: 0,
      }));
    default:
      return [];
  }
}

function parameterKeys({ path }: Origin, facts: TemplateFacts, event: TemplateEvent | undefined): readonly Candidate[] {
  if (path.length === 0) {
    return ["path", "querystring", "header"].map((label) => ({
      label,
      kind: CompletionItemKind.Field,
      detail: "Map of parameters",
      rank: 0,
    }));
  }
  const [location] = path;
  return knownParameters(facts, event)
    .filter((parameter) => parameter.location === location)
    .map(({ name, from }) => ({
      label: name,
      kind: CompletionItemKind.Field,
      detail: `${location} (${from})`,
      rank: 0,
    }));
}

function contextCandidates(
  path: readonly string[],
  facts: TemplateFacts,
  event: TemplateEvent | undefined,
): readonly Candidate[] {
  const { apiType, gatewayResponse } = facts;
  const prefix = path.map((name) => `${name}.`).join("");
  const documented = contextKeys.flatMap((key): Candidate[] => {
    const label = key.path.slice(prefix.length);
    if (!key.path.startsWith(prefix) || label.includes(".")) return [];
    if (gatewayResponse === undefined ? key.ofErrors : key.writable) return [];
    if (!isOfApi(key, apiType)) return [];
    const detail = key.writable ? `${key.type}, can be set` : key.type;
    return [{ label, kind: CompletionItemKind.Field, detail, rank: 0, topic: `context/${key.path}` }];
  });
  const field = (label: string, detail: string): Candidate => ({
    label,
    kind: CompletionItemKind.Field,
    detail,
    rank: 0,
  });
  const declared = knownOverrides(path, facts).map((label) => field(label, "declared"));
  // What an authorizer gives is its own affair.
  const known = new Set([...documented, ...declared].map(({ label }) => label));
  const sent = namesAt(event?.context, path).filter((label) => !known.has(label));
  return [...declared, ...documented, ...sent.map((label) => field(label, "sample"))];
}

function namesAt(value: unknown, path: readonly string[]): readonly string[] {
  let current = value;
  for (const step of path) {
    current = isPlainObject(current) && Object.hasOwn(current, step) ? current[step] : undefined;
  }
  return isPlainObject(current) ? Object.keys(current) : [];
}

/** Those of the class first that the model or the sample speaks of, where the value may be of several. */
function methodCandidates(value: ValueSummary | undefined, around: Surroundings): readonly Candidate[] {
  const type = value?.origin?.root === "body" ? typeAt(value.origin.path, around) : undefined;
  const likely = type && classOfJson.get(type);
  const classes = [...classesOf(value)].sort((a, b) => Number(b === likely) - Number(a === likely));
  const key = classes.join();
  let candidates = ofClasses.get(key);
  if (candidates === undefined) {
    candidates = methodsOf(classes);
    if (ofClasses.size >= MOST_KEPT) ofClasses.clear();
    ofClasses.set(key, candidates);
  }
  return candidates;
}

const MOST_KEPT = 50;

/** By the classes in order, of which there are few. */
const ofClasses = new Map<string, readonly Candidate[]>();

function methodsOf(classes: ReturnType<typeof classesOf>): readonly Candidate[] {
  const candidates = new Map<string, Candidate>();
  classes.forEach((className, i) => {
    for (const member of membersOfClass(className)) {
      if (candidates.has(member.name)) continue;
      const topic = `class/${className}`;
      const isWanted = !ofEveryObject.has(member.name) || byUse[topic]?.includes(member.name) === true;
      candidates.set(member.name, memberCandidate(member, topic, isWanted ? 1 + i : OF_EVERY_OBJECT));
    }
  });
  return [...candidates.values()];
}

function memberCandidate({ name, kind, signatures, documentation }: Member, topic: string, rank: number): Candidate {
  const [first = ""] = signatures;
  const more = signatures.length > 1 ? ` (+${signatures.length - 1})` : "";
  const base = {
    label: name,
    detail: first.slice(name.length).replace(/^: /, "") + more,
    rank,
    topic: `${topic}/${name}`,
  };
  if (kind === "property") return { ...base, kind: CompletionItemKind.Property };
  const takes = signatures.some((signature) => parametersOf(signature).length > 0);
  // A template cannot make functions.
  const isOfNoUse = signatures.every((signature) => /: Function\b/.test(signature));
  return {
    ...base,
    // The service may not have it.
    rank: isOfNoUse ? LAST : /Of Java \d+ and later/.test(documentation) ? OF_NEWER_JAVA : rank,
    kind: CompletionItemKind.Method,
    // Without snippets the cursor is to be inside of the brackets too.
    ...(takes ? { text: `${name}(`, snippet: `${name}($1)` } : { text: `${name}()` }),
  };
}
