import { isPlainObject } from "@apigw-vtl/compiler";
import type { AuthorizerAnswer } from "./stand-in.js";

export type Decision = "allow" | "explicit-deny" | "deny";

/** What the policy of an authorizer says of one method. A denial goes before a permission. */
export function decide({ policyDocument }: AuthorizerAnswer, methodArn: string): Decision {
  const statements = [policyDocument.Statement].flat();
  const applying = statements.filter(
    ({ Action, Resource }) =>
      [Action].flat().some((action) => matches(action, "execute-api:Invoke")) &&
      [Resource].flat().some((resource) => matches(resource, methodArn)),
  );
  if (applying.some(({ Effect }) => Effect === "Deny")) return "explicit-deny";
  return applying.some(({ Effect }) => Effect === "Allow") ? "allow" : "deny";
}

/** Whether an answer has the form that the service needs. */
export function isAuthorizerAnswer(value: unknown): value is AuthorizerAnswer {
  if (!isPlainObject(value) || typeof value.principalId !== "string" || !isPlainObject(value.policyDocument))
    return false;
  const statements = [value.policyDocument.Statement].flat();
  return statements.every(
    (statement) => isPlainObject(statement) && isTexts(statement.Action) && isTexts(statement.Resource),
  );
}

function isTexts(value: unknown): boolean {
  return [value].flat().every((text) => typeof text === "string");
}

/** `*` stands for any text, `?` for one character. Linear but for the last star, whatever the pattern. */
function matches(pattern: string, text: string): boolean {
  let star = -1;
  let resume = 0;
  let at = 0;
  let i = 0;
  while (i < text.length) {
    if (pattern[at] === "*") {
      star = at++;
      resume = i;
    } else if (pattern[at] === "?" || pattern[at] === text[i]) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++resume;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
