import type { ApiDefinition } from "@apigw-vtl/definitions";
import { readStubFile, type StubbedRequest, type StubRule } from "@apigw-vtl/runner";
import { type LocalBackends, type LocalBackendsOptions, localBackends } from "@apigw-vtl/runner/node";
import { InputError } from "../../failure.js";
import type { InputReader } from "../../io/input-reader.js";
import type { Session } from "../../session.js";
import type { GatewayPlan } from "./gateway-plan.js";
import { problemInDefinition } from "./problem-in-definition.js";
import { readItems, readTables } from "./read-tables.js";

/** Makes what answers for an API's integrations as the plan says. Throws an `InputError`. */
export async function openBackends(
  definition: ApiDefinition,
  path: string,
  plan: GatewayPlan,
  inputs: InputReader,
  session: Session,
  around: Pick<LocalBackendsOptions, "previous" | "recorder" | "reader">,
): Promise<LocalBackends> {
  const { io, reporter } = session;
  await checkFunctions(plan, inputs, session);
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = io.env;
  return localBackends(definition, {
    folder: folderOf(path),
    rules: plan.stub === undefined ? [] : await readStub(plan.stub, inputs, session),
    endpoints: plan.endpoints,
    allowed: plan.allowedServices,
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && {
        credentials: {
          accessKeyId,
          secretAccessKey,
          ...(AWS_SESSION_TOKEN !== undefined && { sessionToken: AWS_SESSION_TOKEN }),
        },
      }),
    tables: await readTables(plan.tables, inputs),
    ...(plan.items !== undefined && { items: await readItems(plan.items, inputs) }),
    modules: plan.functions,
    ...around,
    onStub: (stubbed) => reportStub(stubbed, session),
    onMissingTable: (name) => {
      const hint = `declare it with --table ${name}=KEY or --table ${name}=KEY,SORT_KEY`;
      reporter.problem({ severity: "note", message: `the local DynamoDB has no table ${name}`, hint });
    },
    onOutput: (_name, text) => io.stderr.write(reporter.palette.faint(text)),
  });
}

/** A function may be built later, so it is no reason to refuse the rest. */
async function checkFunctions({ functions }: GatewayPlan, inputs: InputReader, { reporter }: Session): Promise<void> {
  for (const [name, { file }] of functions) {
    const kind = await inputs.kindOf(file);
    if (kind !== "nothing" && kind !== "folder") continue;
    const [reason, remedy] =
      kind === "folder"
        ? [`${file} is a folder, and not its module`, `name the file in it: --function ${name}=${file}/FILE.mjs`]
        : [`there is no ${file}`, "build it, or name its module with --function"];
    const message = `the function ${name} cannot run: ${reason}`;
    reporter.problem({ severity: "warning", message, hint: `${remedy}; until then each call of it fails` });
  }
}

const folderOf = (path: string): string =>
  path === "-" ? "." : /\.[^./]+$/.test(path) ? path.replace(/[^/]*$/, "") || "." : path;

async function readStub(path: string, reader: InputReader, session: Session): Promise<readonly StubRule[]> {
  const { name, text } = await reader.read(path);
  const { rules, problems } = readStubFile({ path: name, text });
  for (const problem of problems) session.reporter.problem(problemInDefinition(problem, text));
  if (problems.length > 0)
    throw new InputError(`${name} is no stub file`, { hint: "docs/definitions.md describes them" });
  return rules;
}

function reportStub({ name, wire, hint }: StubbedRequest, { reporter }: Session): void {
  reporter.problem({ severity: "note", message: `a request for ${name} is sent nowhere; a stub answers`, hint });
  const headers = wire.headers.map(([key, value]) => `${key}: ${value}`);
  const lines = [`${wire.method} ${wire.url}`, ...headers, "", ...new TextDecoder().decode(wire.body).split("\n")];
  for (const line of lines) reporter.line(`   | ${line}`.trimEnd(), reporter.palette.faint);
}
