import { type ContextUse, contextKey, contextKeys, isPlainObject, sampleContext } from "@apigw-vtl/compiler";
import { isOfApi } from "../../queries/context-keys.js";
import { remembered } from "../../remembered.js";
import type { ProverAssumptions } from "../assumptions.js";
import { allChars, type CharSet, charsOf, charsOfClass, plainUrlChars, serviceChars } from "../text/char-set.js";

/** What stands under a name below `$context`. */
export type ContextInput =
  | { readonly kind: "map" }
  | { readonly kind: "text"; readonly set: CharSet; readonly min: 0 | 1; readonly sample: string }
  | { readonly kind: "integer"; readonly sample: number }
  | { readonly kind: "absent" };

/** Names of claims, `cognito:groups` among them. */
export const claimNameChars: CharSet = plainUrlChars | charsOf(":");

/** Claims that the issuer of a token writes, and not its user. */
const issuers =
  /^authorizer\.claims\.(?:sub|iss|aud|exp|iat|nbf|jti|auth_time|token_use|event_id|origin_jti|client_id|email_verified|phone_number_verified)$/;

/** What decides which members `$context` has, and what they may be. */
export interface ContextFacts {
  readonly assumptions: ProverAssumptions;
  readonly direction: "request" | "response" | undefined;
  /** Whether the method has no authorizer for sure. */
  readonly isPublic?: boolean;
  readonly use: ContextUse;
}

/** The member of `$context` at a path. Access-log variables, misspelt names and those of other APIs are not there. */
export function contextInput(
  path: readonly string[],
  { assumptions, direction, isPublic, use }: ContextFacts,
): ContextInput {
  const name = path.join(".");
  const [first] = path;
  const key = contextKey(name);
  if (first === undefined || (key?.type === "Map" && !key.ofErrors)) return { kind: "map" };
  if (first === "authorizer" && isPublic) return { kind: "absent" };
  if (issuers.test(name)) return optional(serviceChars, "a1b2c3d4-e5f6");
  if (first === "authorizer") return optional(assumptions.authorizer === "word" ? plainUrlChars : allChars, "a");
  // The request template leaves texts there for the response template; before it, they are empty.
  if (first.endsWith("Override")) return direction === "request" ? { kind: "absent" } : optional(allChars, "a");
  if (key === undefined || key.ofErrors || !isOfApi(key, use.apiType)) return { kind: "absent" };
  if (key.isCallers) return optional(allChars, "a");
  const always = alwaysIn(use).get(name);
  if (typeof always === "number") return { kind: "integer", sample: always };
  const set = key.characters === undefined ? serviceChars : charsOfClass(key.characters);
  return always === undefined ? optional(set, "L0SM9cOFvHcCIhw=") : { kind: "text", set, min: 1, sample: always };
}

/** What the service writes into every request of a use, by path. */
const alwaysIn = remembered((use: ContextUse): ReadonlyMap<string, string | number> => {
  const sample = sampleContext(use);
  // Of a route that is not known each kind of event has to have it.
  const other = use.routeKey === undefined ? sampleContext({ ...use, routeKey: "$connect" }) : sample;
  return new Map(
    contextKeys.flatMap(({ path, isCallers }) => {
      const value = valueIn(sample, path);
      const isThere = (typeof value === "string" || typeof value === "number") && valueIn(other, path) !== undefined;
      return isThere && !isCallers ? [[path, value] as const] : [];
    }),
  );
});

function valueIn(context: unknown, path: string): unknown {
  return path.split(".").reduce((value, name) => (isPlainObject(value) ? value[name] : undefined), context);
}

/** What the service writes into every request of a use and a template mentions, by path. */
export function serviceInputsIn(
  source: string,
  use: ContextUse,
): readonly { readonly path: readonly string[]; readonly sample: string | number }[] {
  return [...alwaysIn(use)].flatMap(([name, sample]) => {
    const path = name.split(".");
    return new RegExp(`\\b${path.at(-1)!}\\b`).test(source) ? [{ path, sample }] : [];
  });
}

/** Names that a loop over a map of `$context` meets. */
export function contextNames(path: readonly string[], use: ContextUse): readonly string[] {
  const prefix = path.length === 0 ? "" : `${path.join(".")}.`;
  const names = [...alwaysIn(use).keys()].filter((name) => name.startsWith(prefix));
  return names.map((name) => name.slice(prefix.length).split(".")[0]!);
}

function optional(set: CharSet, sample: string): ContextInput {
  return { kind: "text", set, min: 0, sample };
}
