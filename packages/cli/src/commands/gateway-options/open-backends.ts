import type { ApiDefinition } from "@apigw-vtl/definitions";
import { readStubFile, type StubbedRequest, type StubRule } from "@apigw-vtl/runner";
import { type HandlerFile, type LocalBackends, type LocalBackendsOptions, localBackends } from "@apigw-vtl/runner/node";
import { InputError, UsageError } from "../../failure.js";
import type { InputReader } from "../../io/input-reader.js";
import { parseAssignment } from "../../options/assignment.js";
import type { Session } from "../../session.js";
import { printable } from "../../terminal/printable.js";
import type { GatewayFlags } from "./gateway-flags.js";
import { problemInDefinition } from "./problem-in-definition.js";
import { readItems, readTables } from "./read-tables.js";

/** Makes what answers for an API's integrations as the flags say. Throws a `UsageError` or an `InputError`. */
export async function openBackends(
  definition: ApiDefinition,
  path: string,
  flags: GatewayFlags,
  reader: InputReader,
  session: Session,
  { previous, recorder }: Pick<LocalBackendsOptions, "previous" | "recorder">,
): Promise<LocalBackends> {
  const { io, reporter } = session;
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = io.env;
  return localBackends(definition, {
    folder: folderOf(path),
    rules: flags.stub === undefined ? [] : await readStub(flags.stub, reader, session),
    endpoints: new Map((flags.endpoint ?? []).map(parseEndpoint)),
    allowed: new Set(flags.allowAws),
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && {
        credentials: {
          accessKeyId,
          secretAccessKey,
          ...(AWS_SESSION_TOKEN !== undefined && { sessionToken: AWS_SESSION_TOKEN }),
        },
      }),
    tables: await readTables(flags.table ?? [], reader),
    ...(flags.items !== undefined && { items: await readItems(flags.items, reader) }),
    modules: new Map((flags.function ?? []).map(parseFunction)),
    previous,
    recorder,
    onStub: (stubbed) => reportStub(stubbed, session),
    onMissingTable: (name) => {
      const hint = `declare it with --table ${name}=KEY or --table ${name}=KEY,SORT_KEY`;
      reporter.problem({ severity: "note", message: `the local DynamoDB has no table ${name}`, hint });
    },
    onOutput: (_name, text) => io.stderr.write(reporter.palette.faint(text)),
  });
}

const folderOf = (path: string): string =>
  path === "-" ? "." : /\.[^./]+$/.test(path) ? path.replace(/[^/]*$/, "") || "." : path;

function parseEndpoint(text: string): readonly [service: string, url: string] {
  const [service, url] = parseAssignment("--endpoint", text);
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return [service, url];
  throw new UsageError(`--endpoint ${text} names no URL`, {
    hint: `write --endpoint ${service}=http://127.0.0.1:8000`,
  });
}

/** `orders=dist/orders.mjs`, `orders=dist/api.mjs#orders`. */
function parseFunction(text: string): readonly [name: string, code: HandlerFile] {
  const [name, target] = parseAssignment("--function", text);
  const [, file = target, handler = "handler"] = /^(.*)#([\w$.]+)$/.exec(target) ?? [];
  return [name, { file, handler }];
}

async function readStub(path: string, reader: InputReader, session: Session): Promise<readonly StubRule[]> {
  const { name, text } = await reader.read(path);
  const { rules, problems } = readStubFile({ path: name, text });
  for (const problem of problems) session.reporter.problem(problemInDefinition(problem, text));
  if (problems.length > 0)
    throw new InputError(`${name} is no stub file`, { hint: "docs/definitions.md describes them" });
  return rules;
}

function reportStub({ name, wire, hint }: StubbedRequest, { reporter }: Session): void {
  reporter.problem({ severity: "note", message: `${name} is sent nowhere; a stub answers`, hint });
  const headers = wire.headers.map(([key, value]) => `${key}: ${value}`);
  const lines = [`${wire.method} ${wire.url}`, ...headers, "", ...new TextDecoder().decode(wire.body).split("\n")];
  for (const line of lines) reporter.line(reporter.palette.faint(`   | ${printable(line)}`.trimEnd()));
}
