import type { HostNode } from "@apigw-vtl/definitions";
import { Fields, rangeOf } from "./fields.js";
import { fillIn, type Row } from "./fill-in.js";
import { jsonOf, textOf } from "./host-json.js";
import { readMessageExpectation, readTemplateExpectation } from "./read-expectation.js";
import type { EventSource, GatewayCase, RequestSource, TemplateCase, TestCase, TestFileProblem } from "./test-case.js";

interface Around {
  readonly source: string;
  readonly problems: TestFileProblem[];
}

const TEMPLATE_FIELDS = ["name", "each", "template", "event", "with", "respond", "expect"];
const GATEWAY_FIELDS = ["name", "each", "request", "respond", "answers", "sent", "expect"];

/** The fields that a case may have: one with a request goes through the API. */
export function fieldsOf(node: HostNode): readonly string[] {
  return isGatewayCase(node) ? GATEWAY_FIELDS : TEMPLATE_FIELDS;
}

export function isField(name: string): boolean {
  return TEMPLATE_FIELDS.includes(name) || GATEWAY_FIELDS.includes(name);
}

function isGatewayCase(node: HostNode): boolean {
  return node.kind === "map" && node.entries.some(({ key }) => key === "request");
}

/** The cases that an entry stands for: one, or one for each row of its table. */
export function readCases(node: HostNode, number: number, around: Around): readonly TestCase[] {
  const known = fieldsOf(node);
  const fields = new Fields(node, { what: "a case", known }, around);
  const read = isGatewayCase(node) ? readGatewayCase : readTemplateCase;
  const rows = fields.list("each");
  const name = fields.text("name") ?? `case ${number}`;
  if (rows === undefined) return [read(name, fields)];
  return rows.map((row, i) => {
    const filled = fillIn(node, rowOf(row, fields), around.source);
    const own = new Fields(filled, { what: "a case", known }, { source: around.source, problems: [] });
    const told = own.text("name") ?? name;
    const inRow = new Fields(filled, { what: "a case", known }, around);
    return read(told === name ? `${name} (${i + 1})` : told, inRow);
  });
}

function rowOf(node: HostNode, fields: Fields): Row {
  if (node.kind !== "map") fields.report(node, "a row of a table is a map", "each: [{ size: 1 }, { size: 2 }]");
  return new Map(node.kind === "map" ? node.entries.map(({ key, value }) => [key, value]) : []);
}

function readTemplateCase(name: string, fields: Fields): TemplateCase {
  const { source } = fields.around;
  const expected = fields.get("expect");
  const overlay = fields.json("with");
  const respond = fields.get("respond");
  return {
    kind: "template",
    name,
    range: fields.range,
    address: fields.text("template") ?? "",
    event: readEvent(fields.get("event"), fields),
    overlay,
    answer: respond && answerBody(respond, fields, source),
    expected: expected && readTemplateExpectation(expected, fields.around),
  };
}

/** A text is a file or `$model`, a map the event itself. */
function readEvent(node: HostNode | undefined, fields: Fields): EventSource {
  if (node === undefined) return { kind: "empty" };
  if (node.kind === "map") return { kind: "inline", json: jsonOf(node, fields.around.source) };
  if (node.kind === "scalar" && typeof node.value === "string") {
    return node.value === "$model" ? { kind: "model" } : { kind: "file", path: node.value, range: rangeOf(node) };
  }
  fields.report(node, "an event is a map, the name of a file, or $model");
  return { kind: "empty" };
}

/** A template reads of an answer nothing but its body. */
function answerBody(node: HostNode, fields: Fields, source: string): string | undefined {
  const answer = new Fields(node, { what: "an answer that a template reads", known: ["body"] }, fields.around);
  const body = answer.get("body");
  return body && textOf(body, source);
}

function readGatewayCase(name: string, fields: Fields): GatewayCase {
  const sent = fields.get("sent");
  const expected = fields.get("expect");
  return {
    kind: "gateway",
    name,
    range: fields.range,
    request: readRequest(fields),
    answers: answersOf(fields),
    sent: sent && readMessageExpectation(sent, "request", fields.around),
    expected: expected && readMessageExpectation(expected, "response", fields.around),
  };
}

/** `respond` answers whatever is asked, `answers` are those of a stub file. */
function answersOf(fields: Fields): string {
  if (fields.has("respond") && fields.has("answers"))
    fields.report(fields.get("answers") ?? fields.range, "a case has respond or answers, not both");
  const respond = fields.json("respond");
  return respond === undefined
    ? `{"answers":${fields.json("answers") ?? "[]"}}`
    : `{"answers":[{"respond":${respond}}]}`;
}

/** `POST /orders?dry=1`, or a map with it and what else belongs to a request. */
function readRequest(fields: Fields): RequestSource {
  const node = fields.get("request") ?? { kind: "scalar" as const, value: "", ...fields.range };
  const isLine = node.kind === "scalar";
  const known = ["line", "headers", "body", "base64", "sourceIp", "stageVariables"];
  const own = isLine ? undefined : new Fields(node, { what: "a request", known }, fields.around);
  const line = (isLine ? textOf(node, fields.around.source) : own?.text("line")) ?? "";
  const [, method = "", url = ""] = /^([A-Z]+)\s+(\/\S*)$/.exec(line.trim()) ?? [];
  if (method === "") fields.report(node, "a request is a method and a path", "write POST /orders?dry=1");
  const stageVariables = own?.pairs("stageVariables");
  return {
    method,
    url,
    headers: own?.pairs("headers") ?? [],
    body: own?.bytes("base64") ?? own?.body("body") ?? "",
    sourceIp: own?.text("sourceIp"),
    stageVariables: stageVariables && Object.fromEntries(stageVariables),
  };
}
