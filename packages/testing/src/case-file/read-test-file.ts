import { type HostNode, readDocument } from "@apigw-vtl/definitions";
import { Fields } from "./fields.js";
import { fieldsOf, isField, readCases } from "./read-case.js";
import type { TestFile, TestFileProblem } from "./test-case.js";

const FIELDS = ["$schema", "subject", "parameters", "defaults", "cases"];

/** Reads a test file, YAML or JSON; `docs/testing.md` describes it. Never throws. */
export function readTestFile(path: string, text: string): TestFile {
  const { root, problems: syntax } = readDocument(text, path.endsWith(".json") ? "json" : "yaml");
  const problems: TestFileProblem[] = syntax.map(({ message, start, end }) => ({ message, start, end }));
  const nothing = { subject: undefined, parameters: {}, cases: [], problems };
  if (root === undefined) {
    if (problems.length === 0) problems.push({ message: "the test file is empty", start: 0, end: 0 });
    return nothing;
  }
  if (!isReadable(root)) {
    problems.push({ message: "the test file stands for more than can be read", start: 0, end: 0 });
    return nothing;
  }
  const around = { source: text, problems };
  const fields = new Fields(root, { what: "a test file", known: FIELDS }, around);
  const cases = fields.list("cases");
  if (!fields.has("cases") && root.kind === "map") fields.report(root, "a test file has a list called cases");
  const defaults = fields.get("defaults");
  return {
    subject: fields.text("subject"),
    parameters: Object.fromEntries(fields.pairs("parameters") ?? []),
    cases: (cases ?? []).flatMap((node, i) => readCases(withDefaults(node, defaults), i + 1, around)),
    problems,
  };
}

/** What a case does not say of itself, the defaults say, as far as cases of its kind have such a field. */
function withDefaults(node: HostNode, defaults: HostNode | undefined): HostNode {
  if (node.kind !== "map" || defaults?.kind !== "map") return node;
  const own = new Set(node.entries.map(({ key }) => key));
  const known = fieldsOf(node);
  const more = defaults.entries.filter(({ key }) => !own.has(key) && (known.includes(key) || !isField(key)));
  return { ...node, entries: [...node.entries, ...more] };
}

const MOST_NODES = 1_000_000;

/** Aliases of YAML can stand for more than a machine has room for. */
function isReadable(root: HostNode): boolean {
  let nodes = 0;
  const pending: HostNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (++nodes > MOST_NODES) return false;
    if (node.kind === "map") for (const { value } of node.entries) pending.push(value);
    if (node.kind === "list") for (const item of node.items) pending.push(item);
  }
  return true;
}
