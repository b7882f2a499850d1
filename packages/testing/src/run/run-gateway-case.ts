import { printedBy } from "@apigw-vtl/compiler";
import { encodeBase64, type HeaderList } from "@apigw-vtl/runner";
import type { GatewayCase, MessageExpectation } from "../case-file/test-case.js";
import type { CaseFailure } from "./case-result.js";
import { checkText, type TextCheck } from "./check-text.js";
import type { TestHost } from "./test-host.js";
import type { RanTemplate, TestedGateway } from "./tested-gateway.js";

/** A request or response as far as it is checked. */
interface Message {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

/** Takes a case's request through the API, and checks what was sent and what came back. Rejects with a `BrokenCase`. */
export async function runGatewayCase(
  test: GatewayCase,
  gateway: TestedGateway,
  testFile: string,
  host: TestHost,
): Promise<TextCheck> {
  const { invocation, sent, ran } = await gateway.invoke(test);
  const { response } = invocation;
  const wrongStatus = test.expected?.status !== undefined && test.expected.status !== response.status;
  const checks: TextCheck[] = [];
  if (test.sent !== undefined) {
    const [last] = sent.slice(-1);
    const request = ran.findLast(({ template }) => template.found.facts.direction === "request");
    checks.push(
      last === undefined
        ? { failures: [{ message: "nothing was sent to an integration" }], updates: [] }
        : await checkMessage(last, test.sent, "sent", request, testFile, host),
    );
  }
  if (test.expected !== undefined) {
    const answered = ran.findLast(({ template }) => template.found.facts.direction === "response");
    checks.push(await checkMessage(response, test.expected, "returned", answered, testFile, host));
  }
  const failed = invocation.steps.find(({ outcome }) => outcome === "failed");
  const failures = checks.flatMap(({ failures: own }) => own);
  if (failed !== undefined && (wrongStatus || failures.length > 0)) {
    failures.push({
      message: `${failed.name.replaceAll("-", " ")} failed: ${failed.explanation}`,
      ...(failed.place && { printedBy: failed.place }),
    });
  }
  return { failures, updates: checks.flatMap(({ updates }) => updates) };
}

async function checkMessage(
  message: Message,
  expected: MessageExpectation,
  done: "sent" | "returned",
  from: RanTemplate | undefined,
  testFile: string,
  host: TestHost,
): Promise<TextCheck> {
  const expectedAt = { file: testFile, range: expected.range };
  const plain = (text: string): CaseFailure => ({ message: text, expectedAt });
  const failures: CaseFailure[] = [];
  for (const name of ["method", "url", "status"] as const) {
    const [wanted, present] = [expected[name], message[name]];
    if (wanted !== undefined && wanted !== present) {
      failures.push(plain(`the ${name} that is ${done} is ${present}, not ${wanted}`));
    }
  }
  failures.push(...headerProblems(message.headers, expected.headers ?? [], done).map(plain));
  const text = { text: new TextDecoder().decode(message.body), what: `the body that is ${done}` };
  const body = await checkText(text, expected, testFile, host);
  const inBase64 = { text: encodeBase64(message.body), what: `${text.what}, in Base64,` };
  const bytes = await checkText(inBase64, expected.base64 ? { output: expected.base64 } : {}, testFile, host);
  return {
    failures: [...failures, ...located(body.failures, text.text, from), ...bytes.failures],
    updates: [...body.updates, ...bytes.updates],
  };
}

function headerProblems(headers: HeaderList, expected: HeaderList, done: string): string[] {
  return expected.flatMap(([name, value]) => {
    const values = headers.filter(([other]) => other.toLowerCase() === name.toLowerCase()).map(([, text]) => text);
    if (values.includes(value)) return [];
    const present = values.length === 0 ? "is missing" : `is ${values.join(", ")}`;
    return [`the header ${name} that is ${done} ${present}, not ${value}`];
  });
}

/** With the part of the template that printed what is wrong, where the body is what a template has printed. */
function located(failures: TextCheck["failures"], body: string, from: RanTemplate | undefined): readonly CaseFailure[] {
  return failures.map(({ offset, ...failure }) => {
    if (offset === undefined || from === undefined || from.output !== body) return failure;
    const { template, event, output } = from;
    const range = printedBy(template.compiled.renderTraced(event).trace, offset, template.text, output);
    return range === undefined ? failure : { ...failure, printedBy: template.placeOf(range) };
  });
}
