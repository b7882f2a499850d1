import type { Authorizer } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { makeAuthorizer } from "../authorizer-facts.js";
import type { TemplateResources } from "../cloudformation/template-resources.js";
import { deploymentAccount, invocationUri } from "../deployment-account.js";

/** SAM's `Auth` of an API. */
export interface SamAuth {
  readonly authorizers: Readonly<Record<string, Authorizer>>;
  /** What methods have that say nothing themselves. */
  readonly ofDefinition: { readonly authorizer?: string; readonly apiKeyRequired: boolean };
  /** Whether the OPTIONS methods that `Cors` adds have the default authorizer too. */
  readonly addsToPreflight: boolean;
}

const GROUPS = [
  ["Headers", "method.request.header."],
  ["QueryStrings", "method.request.querystring."],
  ["StageVariables", "stageVariables."],
  ["Context", "context."],
] as const;

/** Reads the authorizers of an API and which one is the default. */
export function readSamAuth(auth: Declared | undefined, resources: TemplateResources): SamAuth {
  const authorizers = (auth?.get("Authorizers")?.entries() ?? []).flatMap(({ key, value }) => {
    const authorizer = readAuthorizer(key, value, resources);
    return authorizer === undefined ? [] : [[key, authorizer] as const];
  });
  const byDefault = auth?.get("DefaultAuthorizer")?.text();
  return {
    authorizers: Object.fromEntries(authorizers),
    ofDefinition: {
      ...(byDefault !== undefined && { authorizer: byDefault }),
      apiKeyRequired: auth?.get("ApiKeyRequired")?.isTrue() ?? false,
    },
    addsToPreflight: auth?.get("AddDefaultAuthorizerToCorsPreflight")?.text() !== "false",
  };
}

function readAuthorizer(name: string, declared: Declared, resources: TemplateResources): Authorizer | undefined {
  const header = declared.get("Identity", "Header")?.text();
  const own = header === undefined ? undefined : `method.request.header.${header}`;
  const validationExpression = declared.get("Identity", "ValidationExpression")?.text();
  if (declared.get("UserPoolArn") !== undefined) {
    return makeAuthorizer({ name, type: "COGNITO_USER_POOLS", identitySource: own });
  }
  const arn = declared.get("FunctionArn")?.text();
  if (arn === undefined) {
    declared.evaluation.report(
      "definition-not-valid",
      declared,
      `the authorizer ${name} has neither UserPoolArn nor FunctionArn`,
    );
    return undefined;
  }
  const type = declared.get("FunctionPayloadType")?.text() ?? "TOKEN";
  return makeAuthorizer({
    name,
    type,
    functionUri: invocationUri(deploymentAccount(resources.evaluation.parameters), arn),
    identitySource: type.toUpperCase() === "REQUEST" ? identitySources(declared) : own,
    validationExpression,
  });
}

function identitySources(declared: Declared): string {
  const identity = declared.get("Identity");
  return GROUPS.flatMap(([group, prefix]) => (identity?.get(group)?.list() ?? []).map((name) => prefix + name)).join(
    ",",
  );
}
