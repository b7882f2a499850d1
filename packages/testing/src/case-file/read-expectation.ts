import type { HostNode } from "@apigw-vtl/definitions";
import { Fields, rangeOf } from "./fields.js";
import { textOf } from "./host-json.js";
import type {
  ExpectedError,
  MessageExpectation,
  TemplateExpectation,
  TestFileProblem,
  TextExpectation,
} from "./test-case.js";

interface Around {
  readonly source: string;
  readonly problems: TestFileProblem[];
}

const OF_TEXTS = ["output", "json", "subset", "schema", "matches"] as const;

/** What a template is to print; a name alone is the file that has it. */
export function readTemplateExpectation(node: HostNode, around: Around): TemplateExpectation {
  if (node.kind === "scalar" && typeof node.value === "string") {
    return { output: { kind: "file", path: node.value, range: rangeOf(node) } };
  }
  const fields = new Fields(node, { what: "an expectation", known: [...OF_TEXTS, "overrides", "error"] }, around);
  const overrides = fields.value("overrides");
  const error = fields.get("error");
  return {
    ...textExpectation(fields),
    ...(overrides && { overrides }),
    ...(error && { error: readError(error, around) }),
  };
}

/** A request as it is to be sent, or a response as it is to come back. */
export function readMessageExpectation(
  node: HostNode,
  kind: "request" | "response",
  around: Around,
): MessageExpectation {
  const own = kind === "request" ? ["method", "url", "headers"] : ["status", "headers"];
  const fields = new Fields(node, { what: `an expected ${kind}`, known: [...own, ...OF_TEXTS, "base64"] }, around);
  const base64 = fields.value("base64");
  const status = fields.text("status");
  const code = status === undefined ? undefined : Number(status);
  if (code !== undefined && !Number.isInteger(code)) fields.report(fields.get("status") ?? node, "status is a number");
  const method = fields.text("method");
  const url = fields.text("url");
  const headers = fields.pairs("headers");
  return {
    ...textExpectation(fields),
    range: rangeOf(node),
    ...(base64 && { base64 }),
    ...(code !== undefined && { status: code }),
    ...(method !== undefined && { method }),
    ...(url !== undefined && { url }),
    ...(headers && { headers }),
  };
}

function textExpectation(fields: Fields): TextExpectation {
  const [output, json, subset, schema] = ["output", "json", "subset", "schema"].map((name) => fields.value(name));
  const matches = readPattern(fields);
  return {
    ...(output && { output }),
    ...(json && { json }),
    ...(subset && { subset }),
    ...(schema && { schema }),
    ...(matches && { matches }),
  };
}

function readPattern(fields: Fields): TextExpectation["matches"] {
  const node = fields.get("matches");
  const text = fields.text("matches");
  if (node === undefined || text === undefined) return undefined;
  try {
    return { pattern: new RegExp(text, "su"), range: rangeOf(node) };
  } catch (error) {
    fields.report(node, `this is no regular expression: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/** `true`, a code, or a map of both. */
function readError(node: HostNode, around: Around): ExpectedError {
  const range = rangeOf(node);
  if (node.kind === "scalar" && node.value === true) return { range, code: undefined, message: undefined };
  if (node.kind === "scalar") return { range, code: textOf(node, around.source), message: undefined };
  const fields = new Fields(node, { what: "an expected error", known: ["code", "message"] }, around);
  return { range, code: fields.text("code"), message: fields.text("message") };
}
