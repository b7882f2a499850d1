import { LineIndex } from "@apigw-vtl/compiler";
import { parseTemplateAddress } from "@apigw-vtl/definitions";
import type { EventSource, TemplateCase, TemplateExpectation } from "../case-file/test-case.js";
import { nodeHost } from "../node/node-host.js";
import type { LineOf } from "../report/failure-text.js";
import type { Place } from "../run/case-result.js";
import type { TestHost } from "../run/test-host.js";
import type { TestedTemplate } from "../run/tested-template.js";
import { Subject } from "../suites/subject.js";

/** A request to render with: `body`, `headers`, `querystring`, `path`, `stageVariables`, `context`, or a Lambda proxy event. */
export type TestEvent = Readonly<Record<string, unknown>>;

/** A template of a file, with what messages about it need. */
export interface NamedTemplate {
  readonly name: string;
  readonly template: TestedTemplate;
  readonly host: TestHost;
  readonly lineOf: LineOf;
  /** The text of a file that it stands in. */
  readonly textOf: (file: string) => string;
  /** Told when the template has been rendered. */
  readonly rendered?: () => void;
}

/** Reads `put.vtl`, `template.yaml#POST /orders request` or a pointer. Rejects with a message for people. */
export async function readTemplate(
  name: string,
  { counts = false }: { readonly counts?: boolean } = {},
): Promise<NamedTemplate> {
  const host = { ...nodeHost(name), counts };
  const address = (await host.readFile(name)) === undefined ? parseTemplateAddress(name) : undefined;
  const file = (address?.file ?? name).replaceAll("\\", "/");
  const subject = await Subject.read(file, {}, host);
  const template = subject.at(address?.place ?? "");
  const texts = new Map<string, string>();
  for (const path of new Set([file, template.found.file])) {
    const text = await host.readFile(path);
    if (typeof text === "string") texts.set(path, text);
  }
  const textOf = (path: string): string => texts.get(path) ?? "";
  const lineOf = ({ file: path, range }: Place) => new LineIndex(textOf(path)).position(range.start);
  return { name, template, host, lineOf, textOf };
}

/** A case that a test file in JavaScript says. */
export function caseOf(event: TestEvent | undefined, expected?: TemplateExpectation): TemplateCase {
  const source: EventSource = event === undefined ? { kind: "empty" } : { kind: "inline", json: JSON.stringify(event) };
  return {
    kind: "template",
    name: "",
    range: { start: 0, end: 0 },
    address: "",
    event: source,
    overlay: undefined,
    answer: undefined,
    expected,
  };
}
