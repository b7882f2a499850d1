import type { Authorizer, Route } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { makeAuthorizer } from "../authorizer-facts.js";

type RouteSecurity = Pick<Route, "apiKeyRequired" | "authorizer" | "authorizationScopes">;

type Scheme =
  | { readonly kind: "api-key" }
  | { readonly kind: "iam" }
  | { readonly kind: "authorizer"; authorizer: Authorizer };

/** The security schemes of an OpenAPI document, and what they demand of its operations. */
export class SecuritySchemes {
  private readonly byName: ReadonlyMap<string, Scheme>;
  private readonly declared: ReadonlySet<string>;

  constructor(private readonly root: Declared) {
    // The importer takes OpenAPI 2's place of them in OpenAPI 3 too: real APIs have them there.
    const declared = [root.get("components", "securitySchemes"), root.get("securityDefinitions")];
    const entries = declared.flatMap((schemes) => schemes?.entries() ?? []);
    this.declared = new Set(entries.map(({ key }) => key));
    this.byName = new Map(
      entries.flatMap(({ key, value }) => {
        const scheme = readScheme(key, value);
        return scheme === undefined ? [] : [[key, scheme] as const];
      }),
    );
  }

  get authorizers(): Record<string, Authorizer> {
    const schemes = [...this.byName].flatMap(([name, scheme]) =>
      scheme.kind === "authorizer" ? [[name, scheme.authorizer] as const] : [],
    );
    return Object.fromEntries(schemes);
  }

  /** Of several authorizers the first counts: a method has one. */
  of(operation: Declared): RouteSecurity {
    let apiKeyRequired = false;
    let authorizer = awsAuth(operation) ? "AWS_IAM" : undefined;
    let authorizationScopes: readonly string[] = [];
    const required = operation.get("security") ?? this.root.get("security");
    for (const { key, value } of required?.items().flatMap((item) => item.entries()) ?? []) {
      const scheme = this.byName.get(key);
      if (scheme === undefined) {
        const isDeclared = this.declared.has(key);
        const message = `the security scheme ${key} ${isDeclared ? "has no authorizer" : "is not declared"}; requests pass without it`;
        const hint = isDeclared
          ? "declare x-amazon-apigateway-authorizer in it"
          : "declare it in components.securitySchemes";
        value.evaluation.report("definition-not-valid", value, message, hint);
      } else if (scheme.kind === "api-key") apiKeyRequired = true;
      else if (authorizer === undefined) {
        authorizer = scheme.kind === "iam" ? "AWS_IAM" : key;
        authorizationScopes = value.list();
      }
    }
    return { apiKeyRequired, ...(authorizer !== undefined && { authorizer }), authorizationScopes };
  }
}

/** `x-amazon-apigateway-auth: {type: AWS_IAM}`. */
const awsAuth = (operation: Declared): boolean =>
  operation.get("x-amazon-apigateway-auth", "type")?.text()?.toUpperCase() === "AWS_IAM";

function readScheme(name: string, declared: Declared): Scheme | undefined {
  const authorizer = declared.get("x-amazon-apigateway-authorizer");
  const header = declared.get("name")?.text();
  if (declared.get("x-amazon-apigateway-authtype")?.text()?.toLowerCase() === "awssigv4") return { kind: "iam" };
  if (authorizer === undefined) return header?.toLowerCase() === "x-api-key" ? { kind: "api-key" } : undefined;
  const type = authorizer.get("type")?.text() ?? "token";
  const own =
    declared.get("in")?.text() === "header" && header !== undefined ? `method.request.header.${header}` : undefined;
  const made = makeAuthorizer({
    name,
    type,
    functionUri: authorizer.get("authorizerUri")?.text(),
    identitySource: authorizer.get("identitySource")?.text() ?? (/^request$/i.test(type) ? undefined : own),
    validationExpression: authorizer.get("identityValidationExpression")?.text(),
  });
  if (made !== undefined) return { kind: "authorizer", authorizer: made };
  const message = `the authorizer ${name} has the type ${type}, which REST APIs do not have`;
  declared.evaluation.report("definition-not-valid", authorizer, message);
  return undefined;
}
