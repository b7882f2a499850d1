import { contextKey, contextKeys } from "@apigw-vtl/compiler";
import type { ProverAssumptions } from "../assumptions.js";
import { allChars, type CharSet, charsOf, charsOfClass, serviceChars, wordChars } from "../text/char-set.js";

/** What stands under a name below `$context`. */
export type ContextInput =
  | { readonly kind: "map" }
  | { readonly kind: "text"; readonly set: CharSet; readonly min: 0 | 1; readonly sample: string }
  | { readonly kind: "integer"; readonly sample: number }
  | { readonly kind: "absent" };

const word: CharSet = wordChars | charsOf("-.~");

/** Names of claims, `cognito:groups` among them. */
export const claimNameChars: CharSet = word | charsOf(":");

/** Claims that the issuer of a token writes, and not its user. */
const issuers =
  /^authorizer\.claims\.(?:sub|iss|aud|exp|iat|nbf|jti|auth_time|token_use|event_id|origin_jti|client_id|email_verified|phone_number_verified)$/;

/** The member of `$context` at a path. Access-log variables and misspelt names are not there. */
export function contextInput(
  path: readonly string[],
  assumptions: ProverAssumptions,
  direction: "request" | "response" | undefined,
): ContextInput {
  const name = path.join(".");
  const [first] = path;
  const key = contextKey(name);
  if (first === undefined || (key?.type === "Map" && !key.ofErrors)) return { kind: "map" };
  if (issuers.test(name)) return optional(serviceChars, "a1b2c3d4-e5f6");
  if (first === "authorizer") return optional(assumptions.authorizer === "word" ? word : allChars, "a");
  // The request template leaves texts there for the response template; before it, they are empty.
  if (first.endsWith("Override")) return direction === "request" ? { kind: "absent" } : optional(allChars, "a");
  if (key === undefined || key.ofErrors) return { kind: "absent" };
  if (key.isCallers) return optional(allChars, "a");
  const { always, characters } = key;
  if (typeof always === "number") return { kind: "integer", sample: always };
  const set = characters === undefined ? serviceChars : charsOfClass(characters);
  return always === undefined ? optional(set, "L0SM9cOFvHcCIhw=") : { kind: "text", set, min: 1, sample: always };
}

/** What the service writes into every request and a template mentions, by path. */
export function serviceInputsIn(
  source: string,
): readonly { readonly path: readonly string[]; readonly sample: string | number }[] {
  return contextKeys.flatMap(({ path: name, always: sample }) => {
    const path = name.split(".");
    const isMentioned = sample !== undefined && new RegExp(`\\b${path.at(-1)!}\\b`).test(source);
    return isMentioned ? [{ path, sample }] : [];
  });
}

/** Names that a loop over a map of `$context` meets. */
export function contextNames(path: readonly string[]): readonly string[] {
  const prefix = path.length === 0 ? "" : `${path.join(".")}.`;
  const names = contextKeys.filter(({ path: name, always }) => always !== undefined && name.startsWith(prefix));
  return names.map(({ path: name }) => name.slice(prefix.length).split(".")[0]!);
}

function optional(set: CharSet, sample: string): ContextInput {
  return { kind: "text", set, min: 0, sample };
}
