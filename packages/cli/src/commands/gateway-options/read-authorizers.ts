import { isPlainObject } from "@apigw-vtl/compiler";
import type { ApiDefinition } from "@apigw-vtl/definitions";
import type { AuthorizerStandIn } from "@apigw-vtl/runner";
import { readStructured, wrongDocument } from "../../documents/structured-document.js";
import { InputError } from "../../failure.js";
import type { InputReader } from "../../io/input-reader.js";
import type { GatewayPlan } from "./gateway-plan.js";

/** What stands in for the authorizers of an API. Throws an `InputError`. */
export async function readAuthorizers(
  definition: ApiDefinition,
  { claims, authorizers }: GatewayPlan,
  reader: InputReader,
): Promise<Record<string, AuthorizerStandIn>> {
  const standIns: Record<string, AuthorizerStandIn> = {};
  if (Object.keys(claims).length > 0) {
    for (const [name, { kind }] of Object.entries(definition.authorizers)) {
      if (kind === "COGNITO_USER_POOLS") standIns[name] = { kind: "claims", claims };
    }
  }
  for (const [name, path] of authorizers) {
    if (name !== "AWS_IAM" && !Object.hasOwn(definition.authorizers, name)) {
      const names = Object.keys(definition.authorizers).join(", ");
      throw new InputError(`${definition.name} has no authorizer ${name}`, { hint: `it has ${names || "none"}` });
    }
    standIns[name] = await readStandIn(path, reader);
  }
  return standIns;
}

async function readStandIn(path: string, reader: InputReader): Promise<AuthorizerStandIn> {
  const document = await readStructured(path, reader);
  const { value } = document;
  if (isPlainObject(value.claims)) {
    const claims = Object.entries(value.claims).map(([name, claim]) => [name, String(claim)] as const);
    return { kind: "claims", claims: Object.fromEntries(claims) };
  }
  const { principalId, context = {} } = value;
  if (typeof principalId !== "string" || !isPlainObject(context)) {
    throw await wrongDocument(document, [], "this is no answer of an authorizer", {
      hint: 'write {"claims": {"sub": "7"}} or {"principalId": "7", "context": {"tenant": "acme"}}',
    });
  }
  const entries = Object.entries(context).map(([name, entry]) => {
    const plain = typeof entry === "number" || typeof entry === "boolean" ? entry : String(entry);
    return [name, plain] as const;
  });
  return { kind: "context", principalId, context: Object.fromEntries(entries) };
}
