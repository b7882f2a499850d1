import type { Declared, DefinitionProblem } from "@apigw-vtl/definitions";
import { type DefinitionFile, Evaluation, parseFile, plainValue } from "@apigw-vtl/definitions";
import { decodeBase64 } from "../binary/base64.js";
import { bytesOf } from "../template/body-text.js";
import { CONDITION_KEYS, RESPONSE_KEYS, type StubCondition, type StubResponse, type StubRule } from "./stub-rule.js";

/** A stub file as read. */
export interface StubFile {
  readonly rules: readonly StubRule[];
  /** All of them errors: a script with a mistake would answer something else than it says. */
  readonly problems: readonly DefinitionProblem[];
}

/** Reads a stub file, YAML or JSON; `docs/definitions.md` describes it. Never throws. */
export function readStubFile(file: DefinitionFile): StubFile {
  const evaluation = new Evaluation(new Map());
  const document = evaluation.open(parseFile(file));
  // Its texts are what is sent, whatever they look like.
  const root = document && evaluation.declare(document.root, { ...document, interpolations: [] });
  const answers = root?.get("answers");
  // Of a text that is no YAML the beginning may be there.
  if (root !== undefined && answers?.node.kind !== "list" && evaluation.found.length === 0) {
    evaluation.report("stub-not-valid", answers ?? root, "a stub file has a list called answers");
  }
  const rules = (answers?.node.kind === "list" ? answers.items() : []).flatMap(readRule);
  return { rules, problems: evaluation.found };
}

function readRule(declared: Declared): StubRule[] {
  checkKeys(declared, [...CONDITION_KEYS, "respond"], "an answer");
  const respond = declared.get("respond");
  const responses = respond?.items().flatMap(readResponse) ?? [];
  if (respond === undefined || (respond.node.kind === "list" && responses.length === 0)) {
    declared.evaluation.report("stub-not-valid", declared, "the answer does not say what to respond");
  }
  return responses.length === 0 ? [] : [{ when: readCondition(declared), responses }];
}

function readCondition(declared: Declared): StubCondition {
  const texts = CONDITION_KEYS.flatMap((key) => {
    const text = declared.get(key)?.text();
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(texts);
}

function readResponse(declared: Declared): StubResponse[] {
  checkKeys(declared, RESPONSE_KEYS, "a response");
  if (!declared.isMap) return [];
  const delayMs = declared.get("delay")?.number() ?? 0;
  const [payload, error, failure] = [declared.get("payload"), declared.get("error"), declared.get("failure")];
  if (declared.get("timeout")?.isTrue()) return [{ kind: "timeout", delayMs }];
  if (failure !== undefined) return [{ kind: "failure", message: failure.text() ?? "scripted", delayMs }];
  if (error !== undefined)
    return [{ kind: "payload", payload: JSON.stringify(plainValue(error)), failed: true, delayMs }];
  if (payload !== undefined) return [{ kind: "payload", payload: bodyText(payload), failed: false, delayMs }];
  const status = declared.get("status");
  const code = status === undefined ? 200 : (status.number() ?? Number.NaN);
  if (!Number.isInteger(code) || code < 100 || code > 599) {
    declared.evaluation.report("stub-not-valid", status ?? declared, "status is a whole number from 100 to 599");
    return [];
  }
  const headers = (declared.get("headers")?.entries() ?? []).flatMap(({ key, value }) =>
    value.list().map((text) => [key, text] as const),
  );
  return [{ kind: "response", status: code, headers, body: readBody(declared), delayMs }];
}

function readBody(declared: Declared): Uint8Array {
  const [body, base64] = [declared.get("body"), declared.get("base64")];
  if (base64 === undefined) return bytesOf(body === undefined ? "" : bodyText(body));
  const bytes = decodeBase64(base64.text() ?? "");
  if (bytes === undefined) declared.evaluation.report("stub-not-valid", base64, "this is no Base64");
  return bytes ?? new Uint8Array();
}

/** A text is the body itself; anything else its JSON. */
function bodyText(declared: Declared): string {
  const value = plainValue(declared);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function checkKeys(declared: Declared, known: readonly string[], what: string): void {
  if (!declared.isMap) {
    declared.evaluation.report("stub-not-valid", declared, `${what} of a stub file is a map`);
    return;
  }
  for (const { key, value } of declared.entries()) {
    if (known.includes(key)) continue;
    declared.evaluation.report("stub-not-valid", value, `${what} has no ${key}`, `it has ${known.join(", ")}`);
  }
}
