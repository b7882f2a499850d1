import type { TemplateEvent } from "@apigw-vtl/compiler";
import type { Origin, TemplateFacts, Value } from "@apigw-vtl/linter";
import { CompletionItemKind } from "vscode-languageserver-protocol";
import { contextKeys } from "../catalogue/context-keys.data.js";
import { membersOfClass } from "../catalogue/java-members.js";
import { type Member, parametersOf } from "../catalogue/member.js";
import { loopMembers, roots } from "../catalogue/roots.data.js";
import { classesOf } from "../types/classes-of.js";
import { keysAt } from "../types/json-shape.js";
import { knownParameters } from "../types/parameters.js";
import type { Candidate } from "./candidate.js";
import type { Receiver } from "./receiver.js";

/** What the template is tried with and declared for. */
export interface Surroundings {
  readonly facts: TemplateFacts;
  readonly event: TemplateEvent | undefined;
  /** Paths into the body that the template reads elsewhere. */
  readonly used: readonly (readonly string[])[];
}

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
      const keys = keyCandidates(receiver.value, surroundings).filter(({ label }) => /^[A-Za-z][\w-]*$/.test(label));
      return [...keys, ...methodCandidates(receiver.value)];
    }
  }
}

/** The names below a part of the input: of the body, the parameters, `$context` or the stage's variables. */
export function keyCandidates(value: Value | undefined, around: Surroundings): readonly Candidate[] {
  const { facts, event } = around;
  const origin = value?.origin;
  switch (origin?.root) {
    case "body":
      return keysAt(origin.path, around).map(({ name, type, from, documentation }) => ({
        label: name,
        kind: CompletionItemKind.Field,
        detail: type === undefined ? from : `${type} (${from})`,
        rank: 0,
        ...(documentation && { documentation }),
      }));
    case "params":
      return parameterKeys(origin, facts, event);
    case "context":
      return contextCandidates(origin.path, facts);
    case "stageVariables":
      return Object.keys(event?.stageVariables ?? {}).map((label) => ({
        label,
        kind: CompletionItemKind.Field,
        detail: "stage variable (sample)",
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

function contextCandidates(path: readonly string[], { apiType }: TemplateFacts): readonly Candidate[] {
  const prefix = path.map((name) => `${name}.`).join("");
  return contextKeys.flatMap((key): Candidate[] => {
    const label = key.path.slice(prefix.length);
    if (!key.path.startsWith(prefix) || label.includes(".")) return [];
    if (key.apis !== "all" && apiType !== "HTTP" && key.apis !== apiType) return [];
    const detail = key.writable ? `${key.type}, can be set` : key.type;
    return [{ label, kind: CompletionItemKind.Field, detail, rank: 0, topic: `context/${key.path}` }];
  });
}

function methodCandidates(value: Value | undefined): readonly Candidate[] {
  const candidates = new Map<string, Candidate>();
  classesOf(value).forEach((className, i) => {
    for (const member of membersOfClass(className)) {
      if (!candidates.has(member.name))
        candidates.set(member.name, memberCandidate(member, `class/${className}`, 1 + i));
    }
  });
  return [...candidates.values()];
}

function memberCandidate({ name, kind, signatures }: Member, topic: string, rank: number): Candidate {
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
  return { ...base, kind: CompletionItemKind.Method, text: `${name}()`, snippet: takes ? `${name}($1)` : `${name}()` };
}
